/* The outline (bookmarks; ISO 32000-1, 12.3.3). */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "pdf/document.h"

/* The outline dictionary's number; 0 when there are no entries. Only the outermost level is open.
 */
uint32_t outline_write(const struct document *document);

#endif
