/* The file: a streaming save in which every object is written and forgotten at once. Small objects
 * are gathered in object streams; the cross-reference stream comes last (ISO
 * 32000-1, 7.5.7, 7.5.8). */
#ifndef PDF_WRITER_H
#define PDF_WRITER_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/file.h"
#include "pdf/deflate.h"
#include "pdf/object.h"

struct writer;

/* `version` of PDF is "1.7" or the like; the compressors, of streams and of rows of objects, stay
 * the caller's. */
struct writer *writer_new(struct file_output *output, struct deflater *deflater,
                          struct deflater *rows, const char *version);
void writer_free(struct writer *writer);

/* The first of `count` consecutive object numbers. */
uint32_t writer_reserve(struct writer *writer, size_t count);
uint32_t writer_own_number(const struct writer *writer, enum own_object own);

/* A dictionary, without its brackets. Each number is put exactly once, in any order. */
void writer_put(struct writer *writer, uint32_t number, struct str body);
/* One of many that are alike: only what changes from one of them to the next of the same length
 * takes room in the file. Numbers in `body` begin and end at the same places. */
void writer_put_row(struct writer *writer, uint32_t number, struct str body);
/* The same for a dictionary of any length in which something is repeated every `width` bytes. */
void writer_put_rows(struct writer *writer, uint32_t number, struct str body, size_t width);
/* Adds `body` to one of libharu's own dictionaries and puts it. */
void writer_put_own(struct writer *writer, enum own_object own, struct str body);
/* A stream whose `dict` names the filters that `bytes` has already gone through; /Length is added.
 */
void writer_put_stream(struct writer *writer, uint32_t number, struct str dict, struct str bytes);
/* A stream that is compressed here; `dict` has no filter. */
void writer_put_deflated(struct writer *writer, uint32_t number, struct str dict, struct str bytes);

/* Adds to what becomes the /ID. */
void writer_identify(struct writer *writer, struct str bytes);

/* That of what was added so far: the same pages give the same. */
struct digest writer_identity(const struct writer *writer);

/* Writes all that is still gathered, the cross-reference stream and the trailer. False with a fault
 * when a write failed or there were more objects than libharu can number. */
bool writer_finish(struct writer *writer, struct diag *diag);

#endif
