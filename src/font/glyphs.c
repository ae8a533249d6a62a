#include "font/glyphs.h"
#include <hb.h>

static const struct glyph_shift *shifts_take(const hb_glyph_position_t *positions, unsigned count,
                                             struct arena *arena) {
    unsigned first = 0;
    while (first < count && !positions[first].x_offset && !positions[first].y_offset)
        first++;
    if (first == count)
        return NULL;
    struct glyph_shift *shifts = arena_make(arena, struct glyph_shift, count);
    for (unsigned i = first; i < count; i++)
        shifts[i] =
            (struct glyph_shift){(int16_t)positions[i].x_offset, (int16_t)positions[i].y_offset};
    return shifts;
}

struct glyphs *glyphs_take(struct hb_buffer_t *buffer, uint32_t from, struct arena *arena) {
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    struct glyphs *glyphs = arena_alloc(arena, sizeof *glyphs + count * sizeof(struct glyph));
    glyphs->count = (uint16_t)count;
    for (unsigned i = 0; i < count; i++) {
        glyphs->at[i] = (struct glyph){.id = (uint16_t)infos[i].codepoint,
                                       .cluster = (uint16_t)(infos[i].cluster - from),
                                       .advance = positions[i].x_advance};
        glyphs->advance += positions[i].x_advance;
    }
    glyphs->shifts = shifts_take(positions, count, arena);
    return glyphs;
}

sp glyphs_width(const struct glyphs *glyphs, sp size, int32_t tracking, int32_t expansion) {
    sp width = face_scale(glyphs->face, glyphs->advance, size);
    if (tracking)
        width += sp_scale(size, (int64_t)tracking * glyphs->count, 1000);
    return expansion == 10000 ? width : sp_scale(width, expansion, 10000);
}
