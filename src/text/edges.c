#include "text/edges.h"
#include <hb.h>

enum { PAGE = 64, EDGES_END = 0x3000 };

struct edge_slot {
    struct edge edge;
    bool known;
};

/* Marks that stand out in the margin, so that the edge looks straight (Hàn Thế Thành, "Margin
 * kerning and font expansion with pdfTeX", TUGboat 22, 2001): thousandths of the ink, to which the
 * white that the font leaves beside it is added. So amounts fit each font, and its italic too. In
 * the order of code points. */
static const struct {
    uint16_t code_point;
    uint16_t start, end;
} hanging[] = {
    {'!', 0, 150},      {'"', 350, 350},    {'\'', 600, 600},   {'(', 60, 0},
    {')', 0, 60},       {',', 0, 650},      {'-', 300, 600},    {'.', 0, 900},
    {'/', 100, 200},    {':', 0, 450},      {';', 0, 400},      {'?', 0, 100},
    {'A', 40, 40},      {'T', 40, 40},      {'V', 40, 40},      {'W', 30, 30},
    {'Y', 40, 40},      {'r', 0, 40},       {'v', 40, 40},      {'w', 30, 30},
    {'y', 40, 40},      {0xAB, 250, 240},   {0xBB, 250, 240},   {0x410, 40, 40},
    {0x413, 0, 50},     {0x422, 40, 40},    {0x423, 40, 40},    {0x433, 0, 50},
    {0x442, 40, 40},    {0x443, 40, 40},    {0x2010, 300, 600}, {0x2013, 120, 240},
    {0x2014, 70, 120},  {0x2018, 650, 500}, {0x2019, 500, 650}, {0x201A, 500, 0},
    {0x201C, 430, 300}, {0x201D, 300, 430}, {0x201E, 420, 0},   {0x2026, 0, 120},
};

static int16_t hang(int64_t white, int64_t ink, int64_t share) {
    int64_t hang = white + ink * share / 1000;
    return share == 0 || hang < 0 ? 0 : (int16_t)hang;
}

static void hang_find(struct edge *edge, hb_font_t *font, uint32_t code_point) {
    size_t from = 0, to = sizeof hanging / sizeof *hanging;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (hanging[middle].code_point < code_point)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == sizeof hanging / sizeof *hanging || hanging[from].code_point != code_point)
        return;
    hb_codepoint_t glyph;
    hb_glyph_extents_t ink;
    if (!hb_font_get_nominal_glyph(font, code_point, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &ink))
        return;
    int64_t after = hb_font_get_glyph_h_advance(font, glyph) - ink.x_bearing - ink.width;
    edge->hang_start = hang(ink.x_bearing, ink.width, hanging[from].start);
    edge->hang_end = hang(after, ink.width, hanging[from].end);
}

/* From the mark between two spaces. */
static void white_find(struct edge *edge, const struct face *face, const void *language,
                       uint32_t code_point) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add(buffer, ' ', 0);
    hb_buffer_add(buffer, code_point, 1);
    hb_buffer_add(buffer, ' ', 2);
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, language);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->hb_font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    hb_codepoint_t glyph;
    bool has = hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph);
    if (has && count == 3 && infos[1].codepoint == glyph) { /* not one that steers directions */
        int32_t alone = hb_font_get_glyph_h_advance(face->hb_font, glyph);
        edge->white_before = (int16_t)(places[0].x_advance - face->space_advance);
        edge->white_after = (int16_t)(places[1].x_advance - alone);
    }
    hb_buffer_destroy(buffer);
}

static bool is_full_width(uint32_t c, bool end) {
    bool pair =
        (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B); /* the even one opens */
    if (!end)
        return (pair && c % 2 == 0) || c == 0xFF08 || c == 0xFF3B || c == 0xFF5B || c == 0x201C;
    return (pair && c % 2 == 1) || c == 0xFF09 || c == 0xFF3D || c == 0xFF5D || c == 0x201D ||
           c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A || c == 0xFF1B;
}

int32_t edge_blank(const struct face *face, uint32_t code_point, uint32_t glyph, bool end) {
    hb_glyph_extents_t ink;
    if (!is_full_width(code_point, end) || !hb_font_get_glyph_extents(face->hb_font, glyph, &ink))
        return 0;
    int64_t advance = hb_font_get_glyph_h_advance(face->hb_font, glyph);
    int64_t before = ink.x_bearing, after = advance - ink.x_bearing - ink.width;
    int64_t blank = end ? after : before, other = end ? before : after;
    if (advance * 10 < (int64_t)face->upem * 9 || other * 2 > blank)
        return 0;
    int64_t share = blank * 1000 / face->upem;
    return share > 500 ? 500 : (int32_t)share;
}

struct edge edge_find(struct edges_known *known, const struct face *face, const void *hb_language,
                      uint32_t code_point, struct arena *arena) {
    if (code_point >= EDGES_END)
        return (struct edge){0};
    struct edge_slot **page = &known->pages[code_point / PAGE];
    if (!*page)
        *page = arena_make(arena, struct edge_slot, PAGE);
    struct edge_slot *slot = *page + code_point % PAGE;
    if (!slot->known) {
        slot->known = true;
        hang_find(&slot->edge, face->hb_font, code_point);
        if (face->space_glyph)
            white_find(&slot->edge, face, hb_language, code_point);
    }
    return slot->edge;
}
