/* The pages: contents encoded and compressed by several threads, while the caller makes more of
 * them; written in order by one. */
#ifndef PDF_SHEETS_H
#define PDF_SHEETS_H

#include "pdf/content.h"
#include "pdf/document.h"
#include "pdf/tags.h"

struct sheets;

/* `structure` may be NULL. */
struct sheets *sheets_new(const struct document *document, const struct content_source *source,
                          struct structure *structure);
void sheets_free(struct sheets *sheets);
/* Until nobody reads what the source shares: then words, fonts and images may be added to it. */
void sheets_wait(struct sheets *sheets);
/* Begins to encode the pages, and writes those of before: these may go, these pages not yet. */
void sheets_take(struct sheets *sheets, const struct page_batch *batch);
/* Writes what is left of all batches. */
void sheets_settle(struct sheets *sheets, const struct tags *tags);
/* Writes what the pages share, once all fonts are known. */
void sheets_write_resources(struct sheets *sheets);

#endif
