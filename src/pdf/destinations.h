/* Named destinations (ISO 32000-1, 12.3.2). A name is the id's UTF-8 bytes. */
#ifndef PDF_DESTINATIONS_H
#define PDF_DESTINATIONS_H

#include "pdf/document.h"

bool destination_exists(const struct pages *pages, struct str id);
/* "[page /XYZ x y null]" */
void destination_put(const struct document *document, uint32_t page, sp x, sp y,
                     struct buffer *out);
/* The name tree's number; 0 when there are no destinations. */
uint32_t destinations_write(const struct document *document);

#endif
