/* Subsets by HarfBuzz, embedded as Type 0 fonts with Identity-H (ISO 32000-1, 9.7). Slots of a
 * TrueType face get codes in the order in which pages need them, so that pages can be written
 * before the last one is known and the frequent codes differ in their low byte only; /CIDToGIDMap
 * leads from them to the subset's glyphs. A CFF face has codes from the start: its CIDs, which the
 * subsetter leaves in the charset, or without such its glyphs, which the subset keeps in place. */
#include "pdf/fonts.h"
#include "pdf/cff.h"
#include "pdf/map.h"
#include "pdf/number.h"
#include "pdf/string.h"
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_WIDTH = 1000 * 1000, BLOCK = 100, MOST_IN_CLUSTER = 32 };
enum { MOST_ALIASES = 512, NO_NUMBER = UINT16_MAX };
enum { LARGE_FILE = 2 << 20 };

struct font_subset {
    hb_subset_plan_t *plan;
    char tag[8]; /* "ABCDEF+" */
};

struct pdf_fonts {
    struct writer *writer;
    struct arena *arena;
    ARRAY(struct pdf_font) list;
    ARRAY(struct str) texts;
    struct map by_face;
    struct map aliases; /* of all fonts: hash of font, glyph and text -> slot */
    struct buffer body;
};

struct pdf_fonts *pdf_fonts_new(struct writer *writer, struct arena *arena) {
    struct pdf_fonts *fonts = arena_make(arena, struct pdf_fonts, 1);
    fonts->writer = writer;
    fonts->arena = arena;
    return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts) {
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->list.count; i++)
        if (fonts->list.at[i].subset)
            hb_subset_plan_destroy(fonts->list.at[i].subset->plan);
    buffer_free(&fonts->body);
}

size_t pdf_fonts_count(const struct pdf_fonts *fonts) {
    return fonts->list.count;
}

const struct pdf_font *pdf_fonts_at(const struct pdf_fonts *fonts, uint32_t index) {
    return &fonts->list.at[index];
}

static void take_cids(struct pdf_font *font, struct arena *arena) {
    uint16_t *cids = arena_make(arena, uint16_t, font->face->glyph_count);
    hb_blob_t *blob = hb_face_reference_table(font->face->hb_face, HB_TAG('C', 'F', 'F', ' '));
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    if (cff_cids((struct str){bytes, length}, font->face->glyph_count, cids))
        font->cids = cids;
    hb_blob_destroy(blob);
}

static bool is_used(const struct pdf_font *font, uint32_t number) {
    return font->places[number] != 0;
}

static struct slot *slot_of(struct pdf_font *font, uint32_t number) {
    return &font->slots.at[font->places[number] - 1];
}

static void use_number(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t number,
                       uint16_t glyph) {
    if (is_used(font, number))
        return;
    array_push(&font->slots, fonts->arena, (struct slot){.number = number, .glyph = glyph});
    font->places[number] = (uint16_t)font->slots.count;
}

uint32_t pdf_fonts_index(struct pdf_fonts *fonts, const struct face *face) {
    uint64_t key = (uintptr_t)face;
    uint32_t index = map_find(&fonts->by_face, key);
    if (index != UINT32_MAX)
        return index;
    struct pdf_font font = {.face = face, .number = writer_reserve(fonts->writer, 1)};
    size_t room = face->glyph_count < NO_NUMBER ? NO_NUMBER - face->glyph_count : 0;
    if (!face->cff)
        font.alias_most = room < MOST_ALIASES ? room : MOST_ALIASES;
    font.places = arena_make(fonts->arena, uint16_t, face->glyph_count + font.alias_most);
    if (face->cff)
        take_cids(&font, fonts->arena);
    use_number(fonts, &font, 0, 0);
    index = (uint32_t)fonts->list.count;
    array_push(&fonts->list, fonts->arena, font);
    map_add(&fonts->by_face, fonts->arena, key, index);
    return index;
}

/* Characters that a reader need not tell apart, because fonts draw them with one glyph. */
static uint32_t folded(uint32_t code_point) {
    switch (code_point) {
    case 0x00A0:
    case 0x202F:
        return ' ';
    case 0x2010:
    case 0x2011:
        return '-';
    default:
        return code_point;
    }
}

static bool same_text(struct str a, struct str b) {
    if (str_equal(a, b))
        return true;
    const char *a_at = a.at, *b_at = b.at, *a_end = a.at + a.length, *b_end = b.at + b.length;
    while (a_at < a_end && b_at < b_end)
        if (folded(utf8_next(&a_at, a_end)) != folded(utf8_next(&b_at, b_end)))
            return false;
    return a_at == a_end && b_at == b_end;
}

static void give_text(struct pdf_fonts *fonts, struct slot *slot, struct str text) {
    array_push(&fonts->texts, fonts->arena, text);
    slot->text = (uint32_t)fonts->texts.count;
}

static struct str text_of(const struct pdf_fonts *fonts, const struct slot *slot) {
    return fonts->texts.at[slot->text - 1];
}

/* NO_NUMBER when the font cannot have another. */
static uint16_t alias_for(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t glyph,
                          struct str text) {
    uint64_t key = str_hash(text) + ((uint64_t)(font - fonts->list.at) << 16 | glyph);
    uint32_t known = map_find(&fonts->aliases, key);
    if (known != UINT32_MAX)
        return str_equal(text_of(fonts, slot_of(font, known)), text) ? (uint16_t)known : NO_NUMBER;
    if (font->alias_count == font->alias_most)
        return NO_NUMBER;
    uint16_t alias = (uint16_t)(font->face->glyph_count + font->alias_count++);
    use_number(fonts, font, alias, glyph);
    give_text(fonts, slot_of(font, alias), text);
    map_add(&fonts->aliases, fonts->arena, key, alias);
    return alias;
}

/* The number under which the glyph stands for the text. */
static uint16_t number_for(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t glyph,
                           struct str text) {
    struct slot *slot = slot_of(font, glyph);
    if (!slot->text)
        give_text(fonts, slot, text);
    else if (!same_text(text_of(fonts, slot), text))
        return alias_for(fonts, font, glyph, text);
    return glyph;
}

/* A word while its numbers are found. */
struct use {
    struct pdf_fonts *fonts;
    struct pdf_font *font;
    const struct glyphs *word;
    struct glyphs *copy; /* made for the first number that is no glyph */
    bool readable;
};

static void show_text(struct use *use, size_t index, struct str text) {
    uint16_t glyph = use->word->at[index].id;
    uint16_t number = number_for(use->fonts, use->font, glyph, text);
    if (number == NO_NUMBER)
        use->readable = false;
    if (number == NO_NUMBER || number == glyph)
        return;
    if (!use->copy) {
        size_t size = sizeof *use->word + use->word->count * sizeof *use->word->at;
        use->copy = arena_alloc(use->fonts->arena, size);
        memcpy(use->copy, use->word, size);
    }
    use->copy->at[index].id = number;
}

/* Several glyphs for one cluster, in the order in which they are shown: each stands for one
 * character and the last one for all that are left, so that a reader gets the text of the whole.
 * More glyphs than characters cannot be read one by one. */
static void use_cluster(struct use *use, size_t from, size_t to, struct str text) {
    const char *at = text.at, *end = at + text.length;
    for (size_t i = 0; i < to - from; i++) {
        const char *start = at;
        if (at < end)
            utf8_next(&at, end);
        if (i + 1 == to - from)
            at = end;
        if (at == start)
            use->readable = false;
        else
            show_text(use, use->word->right_to_left ? to - 1 - i : from + i,
                      (struct str){start, (size_t)(at - start)});
    }
}

static size_t cluster_end(const struct glyph *at, size_t from, size_t count) {
    size_t to = from + 1;
    while (to < count && at[to].cluster == at[from].cluster)
        to++;
    return to;
}

/* The first `count` glyphs, which stand for the text up to `text_end`. */
static void use_clusters(struct use *use, size_t count, size_t text_end) {
    const struct glyphs *word = use->word;
    for (size_t from = 0, to; from < count; from = to) {
        to = cluster_end(word->at, from, count);
        size_t start = word->at[from].cluster, end = text_end;
        if (word->right_to_left && from)
            end = word->at[from - 1].cluster;
        if (!word->right_to_left && to < count)
            end = word->at[to].cluster;
        struct str text = str_part(word->text, start, end > start ? end - start : 0);
        if (text.length && to - from == 1)
            show_text(use, from, text);
        else if (text.length)
            use_cluster(use, from, to, text);
        else
            use->readable = false;
    }
}

struct str pdf_hyphenated(const struct glyphs *word) {
    const struct glyph *hyphen = &word->at[word->count - 1];
    bool apart = hyphen->cluster > hyphen[-1].cluster;
    return str_part(word->text, 0, apart ? hyphen->cluster : word->text.length);
}

const struct glyphs *pdf_fonts_use(struct pdf_fonts *fonts, uint32_t index,
                                   const struct glyphs *word, bool soft_hyphen, bool *readable) {
    struct use use = {fonts, &fonts->list.at[index], word, NULL, true};
    for (size_t i = 0; i < word->count; i++)
        use_number(fonts, use.font, word->at[i].id, word->at[i].id);
    size_t count = word->count - (soft_hyphen ? 1u : 0u);
    use_clusters(&use, count, soft_hyphen ? pdf_hyphenated(word).length : word->text.length);
    if (soft_hyphen)
        show_text(&use, count, STR(SOFT_HYPHEN));
    *readable = use.readable;
    return use.copy ? use.copy : word;
}

void pdf_fonts_use_space(struct pdf_fonts *fonts, uint32_t index) {
    struct pdf_font *font = &fonts->list.at[index];
    uint16_t space = font->face->space_glyph;
    if (space == 0)
        return;
    use_number(fonts, font, space, space);
    if (!slot_of(font, space)->text)
        give_text(fonts, slot_of(font, space), STR(" "));
}

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

/* Ascending by code. */
static int compare_codes(const void *a, const void *b) {
    const struct slot *left = a, *right = b;
    return (left->code > right->code) - (left->code < right->code);
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

static int compare_glyphs(const void *a, const void *b) {
    const struct slot *left = a, *right = b;
    if (left->glyph != right->glyph)
        return left->glyph < right->glyph ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

/* The first slot is .notdef: it has the code 0. */
static void fix_slot(struct pdf_font *font, size_t index) {
    struct slot *slot = &font->slots.at[index];
    font->places[slot->number] = (uint16_t)(index + 1);
    slot->code = (uint16_t)index;
    if (font->face->cff)
        slot->code = font->cids ? font->cids[slot->glyph] : slot->glyph;
    int64_t advance = hb_font_get_glyph_h_advance(font->face->hb_font, slot->glyph);
    slot->width = (int32_t)divide_round(advance * 1000000, font->face->upem);
}

/* In the order of glyphs, which often is that of characters: they make ranges in /ToUnicode. */
static void fix_font(struct pdf_font *font) {
    qsort(font->slots.at + font->fixed, font->slots.count - font->fixed, sizeof *font->slots.at,
          compare_glyphs);
    for (; font->fixed < font->slots.count; font->fixed++)
        fix_slot(font, font->fixed);
}

void pdf_fonts_fix(struct pdf_fonts *fonts) {
    for (size_t i = 0; i < fonts->list.count; i++)
        fix_font(&fonts->list.at[i]);
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

static uint32_t write_to_unicode(struct pdf_fonts *fonts, const struct pdf_font *font) {
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
    uint32_t to_unicode = write_to_unicode(fonts, font);
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
