/* What layout must know of a picture file: its size. Read from the header, without decoding. */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include "base/diag.h"
#include "base/length.h"
#include <stdbool.h>

enum picture_format { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG };

struct picture {
    const char *path; /* as opened */
    enum picture_format format;
    uint32_t width, height; /* pixels, after the EXIF orientation is applied; of SVG a proportion,
                               in so many that no resolution is too low */
    uint8_t orientation;    /* EXIF 1 to 8; 1 for PNG */
    uint32_t density;       /* pixels per inch as stored, 0 unknown */
    struct span span;       /* where the data names it */
};

/* Reads the header of `path` (PNG: ISO/IEC 15948; JPEG: ITU-T T.81, EXIF 2.3 orientation), or all of
 * an SVG. A fault at `span` and false when it is missing, of another format, or damaged; what is
 * wrong in an SVG is told with its place in the file. */
bool picture_open(struct picture *picture, const char *path, struct span span, struct diag *diag);

#endif
