/* Marks that stand out in the margin, so that the edge looks straight (Hàn Thế Thành, "Margin
 * kerning and font expansion with pdfTeX", TUGboat 22, 2001). */
#include "text/paragraph.h"

/* Thousandths of the mark's own width. */
struct protrusion {
    uint32_t code_point;
    uint16_t start, end;
};
static const struct protrusion table[] = {
    {'.', 0, 700},      {',', 0, 600},      {';', 0, 400},      {':', 0, 400},
    {'-', 300, 550},    {'!', 0, 150},      {'?', 0, 150},      {'(', 100, 0},
    {')', 0, 100},      {'"', 350, 350},    {'\'', 500, 500},   {'/', 100, 200},
    {0xAB, 250, 150},   {0xBB, 150, 250},   {0x2010, 300, 550}, {0x2013, 200, 300},
    {0x2014, 150, 200}, {0x2018, 600, 500}, {0x2019, 500, 600}, {0x201A, 500, 0},
    {0x201C, 450, 350}, {0x201D, 350, 450}, {0x201E, 400, 0},   {0x2026, 0, 150},
};

static uint16_t protrusion_of(uint32_t c, bool end) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].code_point == c)
            return end ? table[i].end : table[i].start;
    return 0;
}

static uint32_t edge_character(struct str text, bool end) {
    size_t at = 0;
    if (end)
        for (at = text.length - 1; at && ((uint8_t)text.at[at] & 0xC0) == 0x80;)
            at--;
    const char *from = text.at + at;
    return utf8_next(&from, text.at + text.length);
}

sp token_hang(const struct paragraph *paragraph, const struct token *token, bool end) {
    const struct word *word = token->word;
    if (paragraph->right_to_left || !word || token->level)
        return 0;
    const struct glyphs *glyphs = word->parts[end ? word->part_count - 1 : 0];
    uint16_t part = glyphs->count ? protrusion_of(edge_character(word->text, end), end) : 0;
    if (part == 0)
        return 0;
    const struct text_run *run = &paragraph->runs[token->run];
    sp width = face_scale(glyphs->face, glyphs->at[end ? glyphs->count - 1 : 0].advance, run->size);
    return width * part / 1000;
}

sp hyphen_hang(const struct paragraph *paragraph, const struct token *token) {
    const struct style *style = style_at(paragraph->text->words, token->word->style);
    if (paragraph->right_to_left)
        return 0;
    return face_scale(style->wish.face, style->hyphen_advance, paragraph->runs[token->run].size) *
           protrusion_of(style->hyphen, true) / 1000;
}
