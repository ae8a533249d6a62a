/* QR codes as drawings. */
#ifndef PUBLICATION_QR_H
#define PUBLICATION_QR_H

#include "base/diag.h"
#include "doc/doc.h"

/* The text as a QR code (ISO/IEC 18004, level M) of `size` without quiet zone: the white around it
 * is the page's. NULL, with a fault at `span`, when the text is too long for one. */
const struct drawing *qr_drawing(struct str text, sp size, struct span span, struct arena *arena,
                                 struct diag *diag);

#endif
