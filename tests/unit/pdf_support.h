/* Pages built by hand: words shaped by HarfBuzz, items, tags, and a file to write to. */
#ifndef TESTS_UNIT_PDF_SUPPORT_H
#define TESTS_UNIT_PDF_SUPPORT_H

#include "base/array.h"
#include "pdf/pdf.h"
#include <hb.h>
#include <string.h>

#define FONT_FOLDER(name) STR("/usr/share/fonts/" name)

struct sheet_builder {
    struct arena *arena;
    struct diag *diag;
    struct fonts *fonts;
    ARRAY(struct item) items;
    ARRAY(struct tag) tags;
};

static inline struct family_files support_family(struct str name, struct str file) {
    return (struct family_files){.name = name, .files = {file}};
}

static inline struct fonts *support_fonts(struct arena *arena, struct diag *diag) {
    struct str *folders = arena_make(arena, struct str, 3);
    folders[0] = FONT_FOLDER("truetype/paratype");
    folders[1] = FONT_FOLDER("truetype/noto");
    folders[2] = FONT_FOLDER("opentype/noto");
    struct family_files *families = arena_make(arena, struct family_files, 5);
    families[0] = support_family(STR("PT Serif"), STR("PTF55F.ttf"));
    families[1] = support_family(STR("Noto Serif CJK JP"), STR("NotoSerifCJK-Regular.ttc#0"));
    families[2] = support_family(STR("Noto Naskh Arabic"), STR("NotoNaskhArabic-Regular.ttf"));
    families[3] = support_family(STR("Noto Serif Thai"), STR("NotoSerifThai-Regular.ttf"));
    families[4] =
        support_family(STR("Noto Serif Devanagari"), STR("NotoSerifDevanagari-Regular.ttf"));
    struct fonts_request request = {
        .folders = folders, .folder_count = 3, .families = families, .family_count = 5};
    return fonts_new(&request, arena, diag);
}

static inline const struct face *support_face(struct sheet_builder *builder, const char *family) {
    const struct family *found = fonts_family(builder->fonts, str_from(family));
    return found ? family_face(builder->fonts, found, false, false) : NULL;
}

static inline const struct glyphs *shape(struct arena *arena, const struct face *face,
                                         struct str text) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.at, (int)text.length, 0, (int)text.length);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2));
    bool right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    hb_shape(face->hb_font, buffer, NULL, 0);
    struct glyphs *glyphs = glyphs_take(buffer, 0, arena);
    glyphs->face = face;
    glyphs->text = text;
    glyphs->right_to_left = right_to_left;
    hb_buffer_destroy(buffer);
    return glyphs;
}

/* Words of `text` between spaces, one after the other; the item is one run of them. */
static inline struct item *add_text(struct sheet_builder *builder, uint32_t tag, const char *family,
                                    const char *text, sp x, sp y, sp size) {
    const struct face *face = support_face(builder, family);
    ARRAY(struct placed) words = {0};
    struct str rest = str_from(text);
    sp pen = 0, space = face_scale(face, face->space_advance, size);
    while (rest.length) {
        size_t end = str_find(rest, STR(" "));
        struct str word = str_part(rest, 0, end);
        struct placed placed = {.glyphs = shape(builder->arena, face, word)};
        if (words.count) {
            pen += space;
            placed.flags = PLACED_SPACE;
        }
        placed.x = (int32_t)pen;
        array_push(&words, builder->arena, placed);
        pen += glyphs_width(placed.glyphs, size, 0, 10000);
        rest = end == SIZE_MAX ? STR("") : str_part(rest, end + 1, SIZE_MAX);
    }
    struct item *item = array_add(&builder->items, builder->arena);
    *item = (struct item){.kind = ITEM_TEXT, .tag = tag, .colour = COLOUR_BLACK, .x = x, .y = y};
    item->role = tag ? builder->tags.at[tag].role : ROLE_ARTIFACT;
    item->text.words = words.at;
    item->text.count = (uint32_t)words.count;
    item->text.expansion = 10000;
    item->text.size = size;
    return item;
}

static inline uint32_t add_tag(struct sheet_builder *builder, uint8_t role, uint32_t parent) {
    array_push(&builder->tags, builder->arena, (struct tag){.role = role, .parent = parent});
    return (uint32_t)builder->tags.count - 1;
}

static inline struct str read_all(struct arena *arena, const char *path) {
    struct diag *diag = diag_new(arena);
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, diag))
        return STR("");
    struct str copy = str_copy(arena, mapping.bytes);
    mapping_close(&mapping);
    return copy;
}

#endif
