/* Lengths: sp, 1/65536 of a point of 1/72 inch, in 64 bits, so that results do not depend on
 * compiler or floating-point unit. */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include "base/arena.h"
#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

typedef int64_t sp;

#define SP_PT ((sp)65536)
/* Constants only: SP_OF_PT(13.5), SP_OF_MM(128). 1 mm = 72/25.4 pt. */
#define SP_OF_PT(points) ((sp)((points)*65536.0 + 0.5))
#define SP_OF_MM(millimetres) ((sp)((millimetres)*65536.0 * 72.0 / 25.4 + 0.5))

/* "13.5 pt", "20 mm", "2 cm", "1 in", "0", each with an optional sign and space; exact decimal
 * arithmetic, rounded to the nearest sp. False when it is not a length. */
bool length_parse(struct str s, sp *out);
/* "2 %", "0.5%" as ten-thousandths: 200, 50; rounded. False when it is no share, or of 1000 % and
 * more. */
bool share_parse(struct str s, int32_t *out);
/* "12.375pt", at most three decimals, no trailing zeros, for dumps and messages. */
struct str length_print(struct arena *arena, sp length);

static inline sp sp_larger(sp a, sp b) {
    return a > b ? a : b;
}

/* value * numerator / denominator, rounded to nearest (half away from zero); no overflow while the
 * result fits. */
sp sp_scale(sp value, int64_t numerator, int64_t denominator);

#endif
