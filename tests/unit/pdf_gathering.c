/* Objects of an object stream: as they are, and in rows. */
#include "pdf/gathering.h"
#include "pdf/number.h"
#include "unit/check.h"

#include <string.h>

/* The rows again from what each differs by. */
static struct str unpredict(struct str rows, size_t width, struct arena *arena) {
    char *plain = arena_alloc(arena, rows.length + 1);
    size_t length = 0;
    for (size_t at = 0; at + width < rows.length; at += width + 1) {
        CHECK(rows.at[at] == 2);
        for (size_t i = 0; i < width; i++, length++)
            plain[length] =
                (char)(rows.at[at + 1 + i] + (length < width ? 0 : plain[length - width]));
    }
    CHECK(length + length / width == rows.length);
    return (struct str){plain, length};
}

static void check_plain(void) {
    struct gathering gathering = {.width = 0};
    struct buffer out = {0};
    gathering_add(&gathering, 7, STR("<</A 1>>"));
    gathering_add(&gathering, 12, STR("<</B 22>>"));
    CHECK(gathering_pack(&gathering, &out) == 9);
    CHECK_STR(buffer_view(&out), "7 0 12 9 <</A 1>>\n<</B 22>>\n");
    CHECK_STR(gathering_object(&gathering, 1), "<</B 22>>\n");
    buffer_free(&out);
    gathering_free(&gathering);
}

/* Objects of 20 bytes: a head a row, and rows that differ by one byte are zeros but for that. */
static void check_rows(struct arena *arena) {
    struct gathering gathering = {.width = 20};
    struct buffer out = {0};
    gathering_add(&gathering, 7, STR("<</S/P/P  9 0 R/K 1>>") /* 21: two rows */);
    gathering_add(&gathering, 8, STR("<</S/P/P  9 0 R/K2>>"));
    gathering_add(&gathering, 9, STR("<</S/P/P  9 0 R/K3>>"));
    size_t first = gathering_pack(&gathering, &out);
    CHECK(first == 3 * 20);
    struct str last = str_part(buffer_view(&out), out.length - 20, SIZE_MAX);
    for (size_t i = 0; i < last.length; i++)
        CHECK(last.at[i] == (i == 17));
    struct str plain = unpredict(buffer_view(&out), 20, arena);
    CHECK_STR(str_part(plain, 0, first), "      7      0      "
                                         "      8     40      "
                                         "      9     60      ");
    CHECK_STR(str_part(plain, first + 40, SIZE_MAX), "<</S/P/P  9 0 R/K2>><</S/P/P  9 0 R/K3>>");
    gathering_clear(&gathering);
    CHECK(gathering.count == 0 && !gathering_full(&gathering));
    buffer_free(&out);
    gathering_free(&gathering);
}

/* A row that is narrower than a head. */
static void check_narrow(struct arena *arena) {
    struct gathering gathering = {.width = 4};
    struct buffer out = {0};
    gathering_add(&gathering, 300, STR("<</K[1 2 3 ]>>"));
    size_t first = gathering_pack(&gathering, &out);
    struct str plain = unpredict(buffer_view(&out), 4, arena);
    CHECK(first % 4 == 0);
    CHECK_STR(str_part(plain, first, SIZE_MAX), "<</K[1 2 3 ]>>  ");
    buffer_free(&out);
    gathering_free(&gathering);
}

static void check_full(void) {
    for (size_t width = 0; width <= 16; width += 16) {
        struct gathering gathering = {.width = width};
        size_t count = 0;
        while (!gathering_full(&gathering))
            gathering_add(&gathering, (uint32_t)++count, STR("<</S/P/P 9 0 R>>"));
        CHECK(gathering.count == count && count == (width ? 2000 : 500));
        gathering_free(&gathering);
    }
}

static void check_numbers(void) {
    struct buffer out = {0};
    number_padded(&out, 42, 5);
    number_padded(&out, 123456, 3);
    CHECK_STR(buffer_view(&out), "   42123456");
    CHECK(number_digits(0) == 1 && number_digits(9) == 1 && number_digits(10) == 2);
    buffer_free(&out);
}

int main(void) {
    struct arena *arena = arena_new();
    check_plain();
    check_rows(arena);
    check_narrow(arena);
    check_full();
    check_numbers();
    arena_free(arena);
    return check_end();
}
