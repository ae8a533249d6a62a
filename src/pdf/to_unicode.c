/* The text of each code (ISO 32000-1, 9.10.3), as a CMap. */
#include "pdf/fonts_inside.h"
#include "pdf/string.h"

enum { BLOCK = 100 };

/* A slot's single code point below U+10000, or 0. */
static uint32_t single(const struct pdf_fonts *fonts, const struct slot *slot) {
    struct str text = text_of(fonts, slot);
    const char *at = text.at, *end = at + text.length;
    uint32_t code_point = utf8_next(&at, end);
    return at == end && code_point < 0x10000 ? code_point : 0;
}

/* Where the run of consecutive codes for consecutive characters that begins at `i` ends; neither
 * may carry into the high byte (Adobe Technical Note 5411, 1.4.1). */
static size_t range_end(const struct pdf_fonts *fonts, const struct pdf_font *font, size_t i) {
    size_t end = i + 1;
    for (; end < font->slots.count; end++) {
        const struct slot *slot = &font->slots.at[end];
        uint32_t before = single(fonts, slot - 1), here = single(fonts, slot);
        if (!before || here != before + 1 || slot->code != slot[-1].code + 1)
            break;
        if ((here & 0xFF) == 0 || (slot->code & 0xFF) == 0)
            break;
    }
    return end;
}

/* Rows "<code> <text>" or "<first> <last> <text>" in blocks of at most a hundred. */
static void put_blocks(struct buffer *out, const char *kind, struct str rows) {
    while (rows.length) {
        size_t count = 0, length = 0;
        for (; count < BLOCK && length < rows.length; count++)
            length += str_find(str_part(rows, length, SIZE_MAX), STR("\n")) + 1;
        buffer_print(out, "%zu begin%s\n", count, kind);
        buffer_str(out, str_part(rows, 0, length));
        buffer_print(out, "end%s\n", kind);
        rows = str_part(rows, length, SIZE_MAX);
    }
}

static void put_row(const struct pdf_fonts *fonts, const struct pdf_font *font, size_t from,
                    size_t to, struct buffer *rows) {
    const struct slot *first = &font->slots.at[from];
    buffer_print(rows, "<%04X>", (unsigned)first->code);
    if (to - from > 1)
        buffer_print(rows, "<%04X>", (unsigned)font->slots.at[to - 1].code);
    buffer_text(rows, "<");
    string_utf16_hex(rows, text_of(fonts, first));
    buffer_text(rows, ">\n");
}

uint32_t to_unicode_write(struct pdf_fonts *fonts, const struct pdf_font *font) {
    struct buffer characters = {0}, ranges = {0}, *out = &fonts->body;
    for (size_t from = 0, to; from < font->slots.count; from = to) {
        to = range_end(fonts, font, from);
        put_row(fonts, font, from, to, to - from > 1 ? &ranges : &characters);
    }
    out->length = 0;
    buffer_text(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
                     "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    put_blocks(out, "bfrange", buffer_view(&ranges));
    put_blocks(out, "bfchar", buffer_view(&characters));
    buffer_text(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    buffer_free(&characters);
    buffer_free(&ranges);
    uint32_t number = writer_reserve(fonts->writer, 1);
    writer_put_deflated(fonts->writer, number, STR(""), buffer_view(out));
    return number;
}
