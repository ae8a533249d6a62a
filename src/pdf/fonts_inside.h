/* What fonts.c gathers and fonts_write.c and to_unicode.c write. */
#ifndef PDF_FONTS_INSIDE_H
#define PDF_FONTS_INSIDE_H

#include "pdf/fonts.h"
#include "pdf/map.h"

struct font_subset {
    struct hb_subset_plan_t *plan;
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

static inline bool is_used(const struct pdf_font *font, uint32_t number) {
    return font->places[number] != 0;
}

static inline struct slot *slot_of(struct pdf_font *font, uint32_t number) {
    return &font->slots.at[font->places[number] - 1];
}

static inline void give_text(struct pdf_fonts *fonts, struct slot *slot, struct str text) {
    array_push(&fonts->texts, fonts->arena, text);
    slot->text = (uint32_t)fonts->texts.count;
}

static inline struct str text_of(const struct pdf_fonts *fonts, const struct slot *slot) {
    return fonts->texts.at[slot->text - 1];
}

/* The stream of /ToUnicode; the slots are in the order of codes and all have texts. Its number. */
uint32_t to_unicode_write(struct pdf_fonts *fonts, const struct pdf_font *font);

#endif
