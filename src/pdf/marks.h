/* What stands around the trim of a sheet for the press: crop marks, registration marks, colour bar.
 */
#ifndef PDF_MARKS_H
#define PDF_MARKS_H

#include "pdf/spots.h"

/* Operators, with the lower left corner of the trim as origin; lengths in thousandths of a point.
 * Nothing stands inside the bleed or further out than `margin`. The
 * colour bar has a patch of each spot colour. */
void marks_put(struct buffer *out, int64_t width, int64_t height, int64_t bleed, int64_t margin,
               const struct spots *spots);

/* An entry of a dictionary of colour spaces: all plates. */
#define ALL_PLATES                                                                                 \
    "/All[/Separation/All/DeviceCMYK"                                                              \
    "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"

/* An entry of a resource dictionary: the states of overprint. */
#define OVERPRINT_STATES                                                                           \
    "/ExtGState<</Over<</Type/ExtGState/OP true/op true/OPM 1>>"                                   \
    "/Out<</Type/ExtGState/OP false/op false/OPM 0>>>>"

#endif
