/* Raw objects through libharu's object layer: libharu keeps catalog, information dictionary and page
 * tree root, and writes the frame of every dictionary; what stands in the dictionaries and streams
 * is ours. */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include "base/str.h"
#include <hpdf.h>

struct objects;

/* The dictionaries that libharu makes itself. */
enum own_object { OWN_CATALOG, OWN_INFO, OWN_PAGES };

/* Where objects are written to; returns false when it failed. */
struct object_sink {
    bool (*write)(void *context, const void *bytes, size_t length);
    void *context;
};

struct objects *objects_new(void);
void objects_free(struct objects *objects);
/* libharu's first error, sticky; 0 when there was none. */
unsigned long objects_error(const struct objects *objects);

/* The first of `count` consecutive object numbers; 0 when libharu's limit of 8 388 607 is passed.
 */
uint32_t object_reserve(struct objects *objects, size_t count);
uint32_t object_own_number(const struct objects *objects, enum own_object own);
/* One more than the greatest number in use. */
uint32_t object_end(const struct objects *objects);

/* Writes "<<body>>" and, unless NULL, `stream` after it; /Length must be in the body. */
bool object_write(struct objects *objects, struct object_sink *sink, struct str body,
                  const struct str *stream);
/* Writes one of libharu's dictionaries with `body` added. */
bool object_own_write(struct objects *objects, struct object_sink *sink, enum own_object own,
                      struct str body);

#endif
