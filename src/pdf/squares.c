#include "pdf/squares.h"
#include "pdf/number.h"

struct grid {
    const uint8_t *bits;
    uint32_t side;
    int64_t left, top, size;
};

static bool dark(const struct grid *grid, uint32_t x, uint32_t y) {
    return x < grid->side && y < grid->side && grid->bits[(size_t)y * grid->side + x];
}

static uint32_t run_end(const struct grid *grid, uint32_t x, uint32_t y) {
    while (dark(grid, x, y))
        x++;
    return x;
}

/* Whether row `y` has exactly this run. */
static bool has_run(const struct grid *grid, uint32_t x, uint32_t end, uint32_t y) {
    return (x == 0 || !dark(grid, x - 1, y)) && dark(grid, x, y) && run_end(grid, x, y) == end;
}

static int64_t edge(const struct grid *grid, uint32_t index) {
    return divide_round(grid->size * index, grid->side);
}

static void put_run(struct buffer *out, const struct grid *grid, uint32_t x, uint32_t end,
                    uint32_t y) {
    if (y && has_run(grid, x, end, y - 1))
        return; /* part of the rectangle that began above */
    uint32_t bottom = y + 1;
    while (has_run(grid, x, end, bottom))
        bottom++;
    /* Every edge is rounded by itself, so that neighbours share theirs. */
    int64_t left = edge(grid, x), width = edge(grid, end) - left;
    int64_t low = edge(grid, bottom), height = low - edge(grid, y);
    int64_t parts[] = {grid->left + left, grid->top - low, width, height};
    number_millis(out, parts, 4);
    buffer_text(out, " re\n");
}

void squares_put(struct buffer *out, const uint8_t *bits, uint32_t side, int64_t left, int64_t top,
                 int64_t size) {
    struct grid grid = {bits, side, left, top, size};
    for (uint32_t y = 0; y < side; y++) {
        for (uint32_t x = 0; x < side; x++) {
            if (!dark(&grid, x, y))
                continue;
            uint32_t end = run_end(&grid, x, y);
            put_run(out, &grid, x, end, y);
            x = end;
        }
    }
}
