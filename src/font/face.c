#include "font/face.h"
#include <hb-ot.h>
#include <hb.h>

/* A string of the `name` table; empty when the font has none. */
static struct str name_read(hb_face_t *face, hb_ot_name_id_t id, struct arena *arena) {
    hb_language_t english = hb_language_from_string("en", 2);
    unsigned length = hb_ot_name_get_utf8(face, id, english, NULL, NULL);
    if (length == 0)
        return (struct str){0};
    char *text = arena_alloc(arena, length + 1);
    unsigned size = length + 1;
    hb_ot_name_get_utf8(face, id, english, &size, text);
    return (struct str){text, size};
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

static unsigned table_length(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned length = hb_blob_get_length(blob);
    hb_blob_destroy(blob);
    return length;
}

/* fsSelection of the OS/2 table (OpenType 1.9): bit 0 italic, bit 5 bold. */
static void style_read(struct face *face) {
    enum { SELECTION = 62, ITALIC = 1, BOLD = 1 << 5 };
    hb_blob_t *blob = hb_face_reference_table(face->hb_face, HB_TAG('O', 'S', '/', '2'));
    unsigned length = 0;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(blob, &length);
    if (length > SELECTION + 1) {
        int selection = bytes[SELECTION] << 8 | bytes[SELECTION + 1];
        face->italic = selection & ITALIC;
        face->bold = selection & BOLD;
    }
    hb_blob_destroy(blob);
}

static void metrics_read(struct face *face) {
    hb_font_t *font = face->hb_font;
    face->upem = (int32_t)hb_face_get_upem(face->hb_face);
    face->glyph_count = hb_face_get_glyph_count(face->hb_face);
    face->ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    face->descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    face->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
    face->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
    face->underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
    face->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE);
    hb_codepoint_t space = 0;
    if (hb_font_get_nominal_glyph(font, ' ', &space)) {
        face->space_glyph = (uint16_t)space;
        face->space_advance = hb_font_get_glyph_h_advance(font, space);
    } else {
        face->space_advance = face->upem / 4;
    }
}

bool slot_open(struct slot *slot, struct arena *arena, struct diag *diag) {
    struct face *face = &slot->face;
    if (!mapping_open(&slot->mapping, face->path, slot->span, diag))
        return false;
    struct str bytes = slot->mapping.bytes;
    hb_blob_t *blob =
        hb_blob_create(bytes.at, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    unsigned count = hb_face_count(blob);
    if (face->collection_index < count)
        face->hb_face = hb_face_create(blob, face->collection_index);
    hb_blob_destroy(blob);
    if (!face->hb_face || hb_face_get_glyph_count(face->hb_face) == 0 ||
        table_length(face->hb_face, HB_TAG('h', 'e', 'a', 'd')) == 0) {
        diag_fault(diag, slot->span, "install the font package again, or name another file",
                   "the font file %s (face %u, family %.*s) cannot be read as a font", face->path,
                   face->collection_index, STR_ARGS(slot->family_name));
        slot_close(slot);
        return false;
    }
    hb_face_make_immutable(face->hb_face);
    face->hb_font = hb_font_create(face->hb_face);
    hb_font_make_immutable(face->hb_font);
    face->postscript_name = name_read(face->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, arena);
    face->family = name_read(face->hb_face, HB_OT_NAME_ID_FONT_FAMILY, arena);
    face->cff = table_length(face->hb_face, HB_TAG('C', 'F', 'F', ' ')) > 0;
    style_read(face);
    metrics_read(face);
    return true;
}

void slot_close(struct slot *slot) {
    hb_font_destroy(slot->face.hb_font);
    hb_face_destroy(slot->face.hb_face);
    slot->face.hb_font = NULL;
    slot->face.hb_face = NULL;
    mapping_close(&slot->mapping);
}

bool face_has(const struct face *face, uint32_t code_point) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph);
}

sp face_scale(const struct face *face, int64_t units, sp size) {
    int64_t product = units * size, upem = face->upem;
    return (product + (product < 0 ? -upem / 2 : upem / 2)) / upem;
}
