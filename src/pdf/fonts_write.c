/* Subsets by HarfBuzz, embedded as Type 0 fonts with Identity-H (ISO 32000-1, 9.7); /CIDToGIDMap
 * leads from the codes of a TrueType face to the subset's glyphs. */
#include "base/file.h"
#include "pdf/fonts_inside.h"
#include "pdf/number.h"
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>

enum { DEFAULT_WIDTH = 1000 * 1000, LARGE_FILE = 2 << 20 };

/* Tables that a reader of PDF has no use for. */
static bool is_needless(hb_tag_t tag) {
    static const hb_tag_t needless[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
        HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('g', 'a', 's', 'p'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('m', 'o', 'r', 'x'),
        HB_TAG('m', 'o', 'r', 't'), HB_TAG('f', 'e', 'a', 't'), HB_TAG('B', 'A', 'S', 'E'),
        HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('V', 'D', 'M', 'X'),
        HB_TAG('h', 'd', 'm', 'x'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'C', 'L', 'T'),
        HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('V', 'O', 'R', 'G'),
        HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x')};
    for (size_t i = 0; i < sizeof needless / sizeof *needless; i++)
        if (tag == needless[i])
            return true;
    return false;
}

static hb_blob_t *needed_table(hb_face_t *face, hb_tag_t tag, void *source) {
    (void)face;
    return is_needless(tag) ? NULL : hb_face_reference_table(source, tag);
}

/* The font without them: HarfBuzz would walk through all characters of a font (40 000 for Chinese)
 * to find those of the glyphs. */
static hb_face_t *bare_face(hb_face_t *face) {
    return hb_face_create_for_tables(needed_table, hb_face_reference(face),
                                     (hb_destroy_func_t)hb_face_destroy);
}

static hb_subset_plan_t *plan_subset(const struct pdf_font *font) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->slots.count; i++)
        hb_set_add(glyphs, font->slots.at[i].glyph);
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    if (font->face->cff && !font->cids)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input, flags);
    hb_face_t *face = bare_face(font->face->hb_face);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
    hb_face_destroy(face);
    hb_subset_input_destroy(input);
    return plan;
}

/* By the glyphs that are used. */
static void name_subset(struct font_subset *subset, const struct pdf_font *font) {
    uint64_t hash = str_hash(font->face->postscript_name);
    for (size_t i = 0; i < font->slots.count; i++)
        hash ^= (font->slots.at[i].glyph + UINT64_C(1)) * UINT64_C(0x9E3779B97F4A7C15) >> 8;
    for (int i = 0; i < 6; i++, hash /= 26)
        subset->tag[i] = (char)('A' + hash % 26);
    subset->tag[6] = '+';
}

static bool cannot_subset(const struct pdf_font *font, struct diag *diag) {
    diag_fault(diag, (struct span){font->face->path, 0, 0}, "use another file of this font",
               "cannot make a subset of %.*s", STR_ARGS(font->face->postscript_name));
    return false;
}

/* A glyph that stands for text only together with others (then /ActualText has it) still needs a
 * character of its own: the one that the font itself gives it. */
static void map_the_rest(struct pdf_fonts *fonts, struct pdf_font *font) {
    size_t missing = 0;
    for (size_t i = 0; i < font->slots.count; i++)
        missing += font->slots.at[i].text == 0;
    hb_set_t *characters = missing > 1 ? hb_set_create() : NULL; /* one is .notdef */
    if (characters)
        hb_face_collect_unicodes(font->face->hb_face, characters);
    hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;
    while (characters && hb_set_next(characters, &character)) {
        if (!hb_font_get_nominal_glyph(font->face->hb_font, character, &glyph) ||
            glyph >= font->face->glyph_count || !is_used(font, glyph) || slot_of(font, glyph)->text)
            continue;
        char bytes[4];
        struct str text = {bytes, utf8_write(bytes, character)};
        give_text(fonts, slot_of(font, glyph), str_copy(fonts->arena, text));
    }
    hb_set_destroy(characters);
    for (size_t i = 0; i < font->slots.count; i++)
        if (!font->slots.at[i].text)
            give_text(fonts, &font->slots.at[i], STR("\xEF\xBF\xBD"));
}

/* Ascending by code. */
static int compare_codes(const void *a, const void *b) {
    const struct slot *left = a, *right = b;
    return (left->code > right->code) - (left->code < right->code);
}

/* "c [w w w]" for each run of consecutive codes whose width is not the default. */
static void put_widths(const struct pdf_font *font, struct buffer *out) {
    bool open = false;
    for (size_t i = 0; i < font->slots.count; i++) {
        const struct slot *slot = &font->slots.at[i];
        bool shown = slot->width != DEFAULT_WIDTH;
        bool follows = i && slot->code == slot[-1].code + 1;
        if (open && (!shown || !follows)) {
            buffer_text(out, "]");
            open = false;
        }
        if (!shown)
            continue;
        if (!open) {
            number_integer(out, slot->code);
            buffer_text(out, "[");
        } else {
            buffer_text(out, " ");
        }
        number_milli(out, slot->width);
        open = true;
    }
    if (open)
        buffer_text(out, "]");
}

static int32_t big_endian(struct str table, size_t at, unsigned bytes) {
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes && at + i < table.length; i++)
        value = value << 8 | (unsigned char)table.at[at + i];
    return bytes == 2 ? (int16_t)value : (int32_t)value;
}

static int64_t per_mille(const struct pdf_font *font, int64_t units) {
    return divide_round(units * 1000, font->face->upem);
}

static void put_bounding_box(const struct pdf_font *font, struct buffer *out) {
    hb_blob_t *blob = hb_face_reference_table(font->face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    for (size_t i = 0; i < 4; i++) {
        int32_t units = big_endian((struct str){bytes, length}, 36 + 2 * i, 2);
        buffer_text(out, i ? " " : "/FontBBox[");
        number_integer(out, per_mille(font, units));
    }
    buffer_text(out, "]");
    hb_blob_destroy(blob);
}

/* The angle of the post table, 16.16 degrees. */
static int64_t italic_angle_milli(const struct pdf_font *font) {
    hb_blob_t *blob = hb_face_reference_table(font->face->hb_face, HB_TAG('p', 'o', 's', 't'));
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    int32_t angle = big_endian((struct str){bytes, length}, 4, 4);
    hb_blob_destroy(blob);
    return milli(angle);
}

/* Symbolic (4) because the codes are no standard encoding's; italic (64). StemV is not in the font;
 * readers use it only for substitutes. */
static uint32_t write_descriptor(struct pdf_fonts *fonts, const struct pdf_font *font,
                                 uint32_t file) {
    const struct face *face = font->face;
    struct buffer *out = &fonts->body;
    out->length = 0;
    buffer_text(out, "/Type/FontDescriptor/FontName/");
    buffer_text(out, font->subset->tag);
    buffer_str(out, face->postscript_name);
    buffer_print(out, "/Flags %d/StemV %d", face->italic ? 68 : 4, face->bold ? 140 : 80);
    put_bounding_box(font, out);
    buffer_text(out, "/ItalicAngle ");
    number_milli(out, italic_angle_milli(font));
    buffer_print(
        out, "/Ascent %lld/Descent %lld/CapHeight %lld/FontFile%s %u 0 R",
        (long long)per_mille(font, face->ascender), (long long)per_mille(font, face->descender),
        (long long)per_mille(font, face->cap_height), face->cff ? "3" : "2", (unsigned)file);
    uint32_t number = writer_reserve(fonts->writer, 1);
    writer_put(fonts->writer, number, buffer_view(out));
    return number;
}

/* "/CIDToGIDMap": two bytes a code. */
static void put_glyph_map(struct pdf_fonts *fonts, const struct pdf_font *font,
                          struct buffer *out) {
    if (font->face->cff)
        return;
    const hb_map_t *renumbered = hb_subset_plan_old_to_new_glyph_mapping(font->subset->plan);
    struct buffer table = {0};
    for (size_t code = 0; code < font->slots.count; code++) {
        uint32_t glyph = hb_map_get(renumbered, font->slots.at[code].glyph);
        buffer_bytes(&table, (char[]){(char)(glyph >> 8), (char)glyph}, 2);
    }
    uint32_t number = writer_reserve(fonts->writer, 1);
    writer_put_deflated(fonts->writer, number, STR(""), buffer_view(&table));
    buffer_free(&table);
    buffer_print(out, "/CIDToGIDMap %u 0 R", (unsigned)number);
}

static uint32_t write_cid_font(struct pdf_fonts *fonts, const struct pdf_font *font,
                               uint32_t descriptor) {
    struct buffer *out = &fonts->body;
    out->length = 0;
    buffer_print(out, "/Type/Font/Subtype/CIDFontType%s/BaseFont/%s%.*s",
                 font->face->cff ? "0" : "2", font->subset->tag,
                 STR_ARGS(font->face->postscript_name));
    put_glyph_map(fonts, font, out);
    buffer_print(out,
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                 "/FontDescriptor %u 0 R/DW %d/W[",
                 (unsigned)descriptor, DEFAULT_WIDTH / 1000);
    put_widths(font, out);
    buffer_text(out, "]");
    uint32_t number = writer_reserve(fonts->writer, 1);
    writer_put(fonts->writer, number, buffer_view(out));
    return number;
}

/* The font program: a bare CFF table, or a TrueType file. */
static uint32_t write_program(struct pdf_fonts *fonts, const struct pdf_font *font,
                              struct diag *diag) {
    hb_face_t *subset = hb_subset_plan_execute_or_fail(font->subset->plan);
    if (!subset) {
        cannot_subset(font, diag);
        return 0;
    }
    hb_blob_t *blob = font->face->cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
                                      : hb_face_reference_blob(subset);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    struct str dict = STR("/Subtype/CIDFontType0C");
    if (!font->face->cff)
        dict = str_print(fonts->arena, "/Length1 %u", length);
    uint32_t number = length ? writer_reserve(fonts->writer, 1) : 0;
    if (number)
        writer_put_deflated(fonts->writer, number, dict, (struct str){bytes, length});
    else
        cannot_subset(font, diag);
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return number;
}

static bool plan_font(struct pdf_fonts *fonts, struct pdf_font *font, struct diag *diag) {
    font->subset = arena_make(fonts->arena, struct font_subset, 1);
    font->subset->plan = plan_subset(font);
    if (!font->subset->plan)
        return cannot_subset(font, diag);
    name_subset(font->subset, font);
    return true;
}

static bool write_font(struct pdf_fonts *fonts, struct pdf_font *font, struct diag *diag) {
    if (!plan_font(fonts, font, diag))
        return false;
    uint32_t program = write_program(fonts, font, diag);
    if (!program)
        return false;
    map_the_rest(fonts, font);
    qsort(font->slots.at, font->slots.count, sizeof *font->slots.at, compare_codes);
    uint32_t to_unicode = to_unicode_write(fonts, font);
    uint32_t cid_font = write_cid_font(fonts, font, write_descriptor(fonts, font, program));
    struct buffer *out = &fonts->body;
    out->length = 0;
    buffer_print(out,
                 "/Type/Font/Subtype/Type0/BaseFont/%s%.*s%s/Encoding/Identity-H"
                 "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
                 font->subset->tag, STR_ARGS(font->face->postscript_name),
                 font->face->cff ? "-Identity-H" : "", (unsigned)cid_font, (unsigned)to_unicode);
    writer_put(fonts->writer, font->number, buffer_view(out));
    return true;
}

/* Making a subset reads all over the file; of a large one, for East Asia, little is read again. */
static void forget_file(const struct face *face) {
    hb_blob_t *blob = hb_face_reference_blob(face->hb_face);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    if (length >= LARGE_FILE)
        mapping_forget(&(struct mapping){{bytes, length}});
    hb_blob_destroy(blob);
}

bool pdf_fonts_write(struct pdf_fonts *fonts, struct diag *diag) {
    bool written = true;
    for (size_t i = 0; i < fonts->list.count && written; i++) {
        written = write_font(fonts, &fonts->list.at[i], diag);
        forget_file(fonts->list.at[i].face);
    }
    return written;
}
