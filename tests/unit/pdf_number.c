/* Numbers, rounding, and the grid of squares. */
#include "pdf/number.h"
#include "pdf/squares.h"
#include "unit/check.h"

static void check_milli(int64_t thousandths, const char *expected) {
    struct buffer out = {0};
    number_milli(&out, thousandths);
    CHECK_STR(buffer_view(&out), expected);
    buffer_free(&out);
}

static void check_squares(const char *dark, uint32_t side, const char *expected) {
    uint8_t bits[16] = {0};
    for (size_t i = 0; dark[i]; i++)
        bits[i] = dark[i] == '#';
    struct buffer out = {0};
    squares_put(&out, bits, side, 10000, 20000, 3000);
    CHECK_STR(buffer_view(&out), expected);
    buffer_free(&out);
}

int main(void) {
    check_milli(0, "0");
    check_milli(5, ".005");
    check_milli(-500, "-.5");
    check_milli(12340, "12.34");
    check_milli(-1000000, "-1000");
    CHECK(milli(SP_PT) == 1000 && milli(-SP_PT) == -1000);
    CHECK(milli(SP_OF_PT(595.276)) == 595276);
    CHECK(divide_round(5, 2) == 3 && divide_round(-5, 2) == -3 && divide_round(4, 3) == 1);
    struct buffer out = {0};
    number_integer(&out, INT64_MIN);
    CHECK_STR(buffer_view(&out), "-9223372036854775808");
    buffer_free(&out);
    check_squares("##.##..##", 3, "10 18 2 2 re\n11 17 2 1 re\n");
    check_squares("##.##..##", 3, "10 18 2 2 re\n11 17 2 1 re\n");
    check_squares(".........", 3, "");
    return check_end();
}
