/* Edit distance with swaps of neighbours (Damerau 1964; the recurrence of Wagner and Fischer 1974,
 * confined to the diagonal band that `limit` leaves, after Ukkonen 1985). */
#include "base/str.h"
#include <stdlib.h>
#include <string.h>

static size_t count_code_points(struct str s) {
    size_t count = 0;
    for (const char *at = s.at, *end = s.at + s.length; at < end; count++)
        utf8_next(&at, end);
    return count;
}

static void decode(struct str s, uint32_t *out) {
    for (const char *at = s.at, *end = s.at + s.length; at < end;)
        *out++ = utf8_next(&at, end);
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* rows[0] is the row in the making, rows[1] the one before, rows[2] the one before that. */
static size_t cell(const uint32_t *a, const uint32_t *b, size_t i, size_t j, size_t *rows[3]) {
    size_t cost = rows[1][j - 1] + (a[i - 1] != b[j - 1]);
    cost = least(cost, rows[1][j] + 1);
    cost = least(cost, rows[0][j - 1] + 1);
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost = least(cost, rows[2][j - 2] + 1);
    return cost;
}

static size_t banded(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count,
                     size_t limit, size_t *rows[3]) {
    const size_t far = limit + 1;
    for (size_t j = 0; j <= b_count; j++) {
        rows[0][j] = least(j, far);
        rows[1][j] = rows[2][j] = far;
    }
    for (size_t i = 1; i <= a_count; i++) {
        size_t *oldest = rows[2];
        rows[2] = rows[1], rows[1] = rows[0], rows[0] = oldest;
        size_t from = i > limit ? i - limit : 1, to = least(b_count, i + limit), best = far;
        rows[0][from - 1] = from == 1 ? least(i, far) : far;
        best = least(best, rows[0][from - 1]);
        for (size_t j = from; j <= to; j++) {
            rows[0][j] = least(cell(a, b, i, j, rows), far);
            best = least(best, rows[0][j]);
        }
        if (to < b_count)
            rows[0][to + 1] = far;
        if (best == far)
            return far;
    }
    return rows[0][b_count];
}

size_t str_distance(struct str a, struct str b, size_t limit) {
    size_t a_count = count_code_points(a), b_count = count_code_points(b);
    size_t longer = a_count > b_count ? a_count : b_count;
    if (limit > longer)
        limit = longer;
    if (longer - least(a_count, b_count) > limit)
        return limit + 1;
    uint32_t *points = malloc((a_count + b_count + 1) * sizeof *points);
    size_t *cells = malloc(3 * (b_count + 1) * sizeof *cells);
    if (!points || !cells)
        memory_exhausted();
    decode(a, points);
    decode(b, points + a_count);
    size_t *rows[3] = {cells, cells + b_count + 1, cells + 2 * (b_count + 1)};
    size_t distance = banded(points, a_count, points + a_count, b_count, limit, rows);
    free(points);
    free(cells);
    return distance;
}
