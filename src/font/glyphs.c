#include "font/glyphs.h"

sp glyphs_width(const struct glyphs *glyphs, sp size, int32_t tracking, int32_t expansion) {
    sp width = face_scale(glyphs->face, glyphs->advance, size);
    if (tracking)
        width += sp_scale(size, (int64_t)tracking * glyphs->count, 1000);
    return expansion == 10000 ? width : sp_scale(width, expansion, 10000);
}
