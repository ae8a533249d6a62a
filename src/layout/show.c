#include "layout/show.h"

#define HAIRLINE SP_OF_PT(0.25)

/* 1/1000 of a space that makes the bar a point wide. */
enum { RATIO_OF_POINT = 100 };

static const struct colour grid_colour = {190, 220, 240, 20, 5, 0, 0, 0};
static const struct colour box_colour = {240, 170, 60, 0, 35, 85, 0, 0};
static const struct colour stretch_colour = {210, 40, 40, 0, 95, 90, 10, 0};
static const struct colour shrink_colour = {40, 80, 200, 90, 65, 0, 10, 0};

static void draw(struct sheet *sheet, sp x, sp y, sp width, sp height, struct colour colour) {
    emit_rule(sheet, x, y, width, height, colour, ARTIFACT_LAYOUT);
}

void show_grid(struct sheet *sheet) {
    const struct master *master = sheet->master;
    for (int line = 0; line < master->lines; line++)
        draw(sheet, sheet_left(sheet), master->first_baseline + line * master->grid,
             master_full_width(master), HAIRLINE, grid_colour);
}

void show_box(struct sheet *sheet, const struct strip *strip, sp x, sp y, sp width) {
    draw(sheet, x, y, width, HAIRLINE, box_colour);
    draw(sheet, x, y + strip->height, width, HAIRLINE, box_colour);
    draw(sheet, x, y, HAIRLINE, strip->height, box_colour);
    draw(sheet, x + width, y, HAIRLINE, strip->height, box_colour);
}

void show_badness(struct sheet *sheet, const struct strip *strip, sp x, sp y, sp width) {
    for (uint32_t i = 0; i < strip->part_count; i++) {
        const struct part *part = &strip->parts[i];
        if (part->kind != PART_LINE)
            continue;
        int32_t ratio = part->line.set->lines.at[part->line.line].ratio;
        sp bar = (ratio < 0 ? -ratio : ratio) * SP_PT / RATIO_OF_POINT;
        if (bar > 0)
            draw(sheet, x + width + 2 * SP_PT, y + strip->height / 4, bar, strip->height / 2,
                 ratio > 0 ? stretch_colour : shrink_colour);
    }
}
