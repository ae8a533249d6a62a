/* Files of ours, read back: cross-references as table or stream, object streams, /FlateDecode (ISO
 * 32000-1, 7.5). Encrypted files are refused. */
#ifndef PDF_READER_H
#define PDF_READER_H

#include "pdf/value.h"

struct reader;

/* `bytes` outlive the reader, `arena` owns it. NULL with *wrong when it is no file that can be
 * read.
 */
struct reader *reader_new(struct str bytes, struct arena *arena, const char **wrong);
struct str reader_bytes(const struct reader *reader);
const struct value *reader_trailer(const struct reader *reader);
/* One more than the greatest number of an object. */
size_t reader_end(const struct reader *reader);

/* Never NULL: what is not there, or cannot be read, is null. */
const struct value *reader_object(struct reader *reader, size_t number);
/* The value itself, or the object it refers to. */
const struct value *reader_resolve(struct reader *reader, const struct value *value);
/* The resolved entry of a dictionary, null when there is none or it is no dictionary. */
const struct value *reader_get(struct reader *reader, const struct value *dictionary,
                               const char *key);
const struct value *reader_find(struct reader *reader, const struct value *dictionary,
                                struct str key);
/* The entry as it stands there. */
const struct value *value_entry(const struct value *dictionary, const char *key);
/* A number as a size, the object that is referred to: `missing` and 0 when the value is none. */
size_t value_size(const struct value *value, size_t missing);
size_t value_reference(const struct value *value);
bool value_is(const struct value *value, const char *name);

/* What a stream holds, owned by `arena`; *decoded says whether all filters were undone: those of
 * pictures are not. */
struct str reader_stream(struct reader *reader, const struct value *stream, struct arena *arena,
                         bool *decoded);

#endif
