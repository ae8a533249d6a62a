/* Compression (RFC 1950, /FlateDecode). libdeflate where it was found when building, zlib always.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "base/str.h"
#include "base/watch.h"

enum deflate_engine { DEFLATE_ZLIB, DEFLATE_LIBDEFLATE };

struct deflater; /* keeps its tables between calls; one a thread */

/* The fastest engine there is. `level` is 1 to 9. Free with deflater_free. */
struct deflater *deflater_new(int level);
/* Measures compression, on the thread of the watch alone; NULL: no longer. */
void deflater_measure(struct deflater *deflater, struct watch *watch);
/* A given engine; NULL when it was not built in. */
struct deflater *deflater_new_engine(enum deflate_engine engine, int level);
void deflater_free(struct deflater *deflater);

/* Appends the compressed `bytes` to `out`. */
void deflate_append(struct deflater *deflater, struct str bytes, struct buffer *out);

#endif
