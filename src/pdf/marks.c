#include "pdf/marks.h"
#include "pdf/number.h"

/* Thousandths of a point: 1 mm from the bleed to a mark, 5 mm of mark. */
enum { GAP = 2835, LENGTH = 14173, RADIUS = 5669, PATCH = 11339 };

static void put_line(struct buffer *out, int64_t x, int64_t y, int64_t to_x, int64_t to_y) {
    number_millis(out, (int64_t[]){x, y}, 2);
    buffer_text(out, " m ");
    number_millis(out, (int64_t[]){to_x, to_y}, 2);
    buffer_text(out, " l S\n");
}

/* Two lines at each corner of the trim. */
static void put_crop_marks(struct buffer *out, int64_t width, int64_t height, int64_t bleed) {
    int64_t near = bleed + GAP, far = near + LENGTH;
    for (int right = 0; right < 2; right++)
        for (int top = 0; top < 2; top++) {
            int64_t x = right ? width : 0, y = top ? height : 0;
            int64_t outwards = right ? 1 : -1, upwards = top ? 1 : -1;
            put_line(out, x + outwards * near, y, x + outwards * far, y);
            put_line(out, x, y + upwards * near, x, y + upwards * far);
        }
}

/* A circle of four Bézier curves, whose control points lie 0.5523 radii from their ends. */
static void put_circle(struct buffer *out, int64_t x, int64_t y, int64_t radius) {
    static const int8_t turns[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    int64_t bend = radius * 5523 / 10000;
    number_millis(out, (int64_t[]){x + radius, y}, 2);
    buffer_text(out, " m ");
    for (int i = 0; i < 4; i++) {
        const int8_t *from = turns[i], *to = turns[(i + 1) % 4];
        int64_t points[] = {x + from[0] * radius + to[0] * bend,
                            y + from[1] * radius + to[1] * bend,
                            x + to[0] * radius + from[0] * bend,
                            y + to[1] * radius + from[1] * bend,
                            x + to[0] * radius,
                            y + to[1] * radius};
        number_millis(out, points, 6);
        buffer_text(out, " c ");
    }
    buffer_text(out, "s\n");
}

static void put_registration(struct buffer *out, int64_t x, int64_t y) {
    put_circle(out, x, y, RADIUS * 6 / 10);
    put_line(out, x - RADIUS, y, x + RADIUS, y);
    put_line(out, x, y - RADIUS, x, y + RADIUS);
}

static void put_patch(struct buffer *out, int64_t x, int64_t y) {
    number_millis(out, (int64_t[]){x, y, PATCH, PATCH}, 4);
    buffer_text(out, " re f\n");
}

/* Full inks, half tints, and two inks over each other, from `x` to the right. */
static void put_process_bar(struct buffer *out, int64_t x, int64_t y, int64_t right) {
    static const char *const inks[] = {
        "1 0 0 0",  "0 1 0 0",  "0 0 1 0", "0 0 0 1", ".5 0 0 0", "0 .5 0 0",
        "0 0 .5 0", "0 0 0 .5", "1 1 0 0", "1 0 1 0", "0 1 1 0",
    };
    for (size_t i = 0; i < sizeof inks / sizeof *inks && x + PATCH <= right; i++, x += PATCH) {
        buffer_text(out, inks[i]);
        buffer_text(out, " k ");
        put_patch(out, x, y);
    }
}

/* Each spot colour full and half, from `x` to the left. */
static void put_spot_bar(struct buffer *out, int64_t x, int64_t y, int64_t left,
                         const struct spots *spots) {
    for (size_t i = 0; i < 2 * spots->count && x - PATCH >= left; i++) {
        buffer_print(out, "/S%u cs %s scn ", spots->at[i / 2].number, i % 2 ? ".5" : "1");
        put_patch(out, x -= PATCH, y);
    }
}

void marks_put(struct buffer *out, int64_t width, int64_t height, int64_t bleed, int64_t margin,
               const struct spots *spots) {
    int64_t middle = bleed + (margin - bleed) / 2;
    buffer_text(out, "q .25 w /All CS 1 SCN\n");
    put_crop_marks(out, width, height, bleed);
    put_registration(out, width / 2, -middle);
    put_registration(out, width / 2, height + middle);
    put_registration(out, -middle, height / 2);
    put_registration(out, width + middle, height / 2);
    int64_t y = height + middle - PATCH / 2;
    put_process_bar(out, width / 2 + 2 * RADIUS, y, width - GAP);
    put_spot_bar(out, width / 2 - 2 * RADIUS, y, GAP, spots);
    buffer_text(out, "Q\n");
}
