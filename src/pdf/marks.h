/* What stands around the trim of a sheet for the press: crop marks, registration marks, colour bar.
 */
#ifndef PDF_MARKS_H
#define PDF_MARKS_H

#include "base/str.h"

/* Operators, with the lower left corner of the trim as origin; lengths in thousandths of a point.
 * Nothing stands inside the bleed or further out than `margin`. */
void marks_put(struct buffer *out, int64_t width, int64_t height, int64_t bleed, int64_t margin);

/* Entries of a resource dictionary: the colour space of all plates and the states of overprint. */
#define PRESS_RESOURCES                                                                            \
    "/ColorSpace<</All[/Separation/All/DeviceCMYK"                                                 \
    "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]>>"                               \
    "/ExtGState<</Over<</Type/ExtGState/OP true/op true/OPM 1>>"                                   \
    "/Out<</Type/ExtGState/OP false/op false/OPM 0>>>>"

#endif
