/* Page labels: the printed folios, as ranges (ISO 32000-1, 12.4.2). */
#ifndef PDF_LABELS_H
#define PDF_LABELS_H

#include "pdf/document.h"

/* The number tree's number. */
uint32_t labels_write(const struct document *document);

#endif
