/* SVG pictures as form XObjects of paths (ISO 32000-1, 8.10): nothing is rasterised. */
#ifndef PDF_VECTOR_H
#define PDF_VECTOR_H

#include "base/svg.h"
#include "pdf/convert.h"

/* Writes the form, which fills the unit square as an image does; its number. For the press
 * `conversion` gives the inks, but grey is of black ink alone; NULL: for the screen. *wrong tells
 * why there are none. */
uint32_t vector_write(const struct document *document, const struct svg *svg,
                      struct conversion *conversion, unsigned most_ink, const char **wrong);

#endif
