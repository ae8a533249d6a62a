#include "base/length.h"
#include <inttypes.h>

__extension__ typedef __int128 wide;

/* sp in one unit as a fraction: 1 mm = 65536 * 72 / 25.4 sp = 65536 * 360 / 127 sp. */
struct unit {
    struct str name;
    int64_t numerator, denominator;
};
static const struct unit units[] = {
    {{"pt", 2}, 65536, 1},
    {{"mm", 2}, 65536 * 360, 127},
    {{"cm", 2}, (int64_t)65536 * 3600, 127},
    {{"in", 2}, 65536 * 72, 1},
};

static wide rounded(wide value, wide denominator) {
    wide half = denominator / 2;
    return value >= 0 ? (value + half) / denominator : -((-value + half) / denominator);
}

/* What nearly all lengths need is divided in 64 bits, which is faster. */
sp sp_scale(sp value, int64_t numerator, int64_t denominator) {
    wide product = (wide)value * numerator;
    int64_t narrow = (int64_t)product, half = denominator / 2;
    if (narrow == product && denominator > 0 && narrow < INT64_MAX - half &&
        narrow > INT64_MIN + half)
        return (narrow + (narrow < 0 ? -half : half)) / denominator;
    return (sp)(denominator < 0 ? rounded(-product, -(wide)denominator)
                                : rounded(product, denominator));
}

static const struct unit *unit_find(struct str name) {
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_equal(units[i].name, name))
            return &units[i];
    return NULL;
}

/* Digits with at most one point among them, as value / scale. At most 15 digits, so that
 * value * numerator stays far below 2^127 and the result within 64 bits is decided by the caller.
 */
static size_t decimal_parse(struct str s, int64_t *value, int64_t *scale) {
    size_t i = 0, digits = 0;
    bool point = false;
    for (*value = 0, *scale = 1; i < s.length; i++) {
        char c = s.at[i];
        if (c == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        if (++digits > 15)
            return 0;
        *value = *value * 10 + (c - '0');
        *scale *= point ? 10 : 1;
    }
    bool ends_in_point = i > 0 && s.at[i - 1] == '.';
    return ends_in_point ? 0 : i;
}

bool length_parse(struct str s, sp *out) {
    s = str_trim(s);
    bool negative = s.length && s.at[0] == '-';
    if (s.length && (s.at[0] == '-' || s.at[0] == '+'))
        s = str_trim(str_part(s, 1, SIZE_MAX));
    int64_t value, scale;
    size_t used = decimal_parse(s, &value, &scale);
    if (used == 0)
        return false;
    const struct unit *unit = unit_find(str_trim(str_part(s, used, SIZE_MAX)));
    if (!unit && (used < s.length || value != 0))
        return false;
    wide length =
        unit ? rounded((wide)value * unit->numerator, (wide)scale * unit->denominator) : 0;
    if (length > INT64_MAX)
        return false;
    *out = (sp)(negative ? -length : length);
    return true;
}

bool share_parse(struct str s, int32_t *out) {
    s = str_trim(s);
    int64_t value, scale;
    size_t used = decimal_parse(s, &value, &scale);
    if (used == 0 || !str_equal(str_trim(str_part(s, used, SIZE_MAX)), STR("%")))
        return false;
    wide share = rounded((wide)value * 100, scale);
    if (share >= 100000)
        return false;
    *out = (int32_t)share;
    return true;
}

struct str length_print(struct arena *arena, sp length) {
    wide thousandths = rounded((wide)length * 1000, SP_PT);
    const char *sign = thousandths < 0 ? "-" : "";
    int64_t absolute = (int64_t)(thousandths < 0 ? -thousandths : thousandths);
    int64_t whole = absolute / 1000, rest = absolute % 1000;
    int decimals = 3;
    for (; decimals > 0 && rest % 10 == 0; decimals--)
        rest /= 10;
    if (decimals == 0)
        return str_print(arena, "%s%" PRId64 "pt", sign, whole);
    return str_print(arena, "%s%" PRId64 ".%0*" PRId64 "pt", sign, whole, decimals, rest);
}
