/* What is kept from one document to the next. */
#ifndef PDF_CACHE_H
#define PDF_CACHE_H

#include "base/diag.h"
#include "pdf/deflate.h"
#include "pdf/pdf.h"

/* The compressor of a level, owned by the cache; the one of before is gone when the level is
 * another.
 */
struct deflater *cache_deflater(struct pdf_cache *cache, int level);
/* That of rows of objects (writer_put_rows), of a level at least as high: they are short, and much
 * the same. */
struct deflater *cache_row_deflater(struct pdf_cache *cache, int level);
/* A colour profile, compressed by the compressor of before; read when it is not the same path as
 * the last time. With `rgb` it must be a profile of such. Valid until the next call; empty after a
 * fault. */
struct str cache_profile(struct pdf_cache *cache, const char *path, bool rgb, struct diag *diag);

#endif
