/* Fonts, pictures, annotations, graphics states, actions: one pass over all objects. */
#include "base/array.h"
#include "pdf/images.h"
#include "pdf/rules.h"
#include <string.h>

enum { FLAG_INVISIBLE = 1, FLAG_HIDDEN = 2, FLAG_PRINT = 4, FLAG_NO_VIEW = 32 };

static const struct value *get(struct checker *checker, const struct value *object,
                               const char *key) {
    return reader_get(checker->reader, object, key);
}

static bool is_one_of(const struct value *name, const char *const *names) {
    for (; *names; names++)
        if (value_is(name, *names))
            return true;
    return false;
}

/* ---- streams ---- */

static void check_filter(struct checker *checker, const struct value *object, size_t number) {
    static const char *const allowed[] = {"FlateDecode", "DCTDecode",   "CCITTFaxDecode",
                                          "JPXDecode",   "JBIG2Decode", NULL};
    const struct value *filter = get(checker, object, "Filter");
    if (filter->kind == VALUE_ARRAY && filter->count == 1)
        filter = reader_resolve(checker->reader, filter->items);
    bool none = filter->kind == VALUE_NULL || (filter->kind == VALUE_ARRAY && !filter->count);
    if (!none && !is_one_of(filter, allowed))
        rule_broken(checker, RULE_FILTERS, "object %zu: another filter", number);
    if (value_entry(object, "F")->kind != VALUE_NULL)
        rule_broken(checker, RULE_FILTERS, "object %zu: its data lie in another file", number);
    if (!value_is(filter, "FlateDecode"))
        return;
    bool decoded = false;
    struct arena_mark mark = arena_mark(checker->scratch);
    reader_stream(checker->reader, object, checker->scratch, &decoded);
    arena_rewind(checker->scratch, mark);
    if (!decoded)
        rule_broken(checker, RULE_FILTERS, "object %zu: it cannot be unpacked", number);
}

/* ---- fonts ---- */

static bool is_embedded(struct checker *checker, const struct value *font) {
    const struct value *descriptor = get(checker, font, "FontDescriptor");
    static const char *const programs[] = {"FontFile", "FontFile2", "FontFile3"};
    for (size_t i = 0; i < 3; i++)
        if (get(checker, descriptor, programs[i])->stream.length)
            return true;
    return false;
}

static void check_font(struct checker *checker, const struct value *font, size_t number) {
    const struct value *kind = get(checker, font, "Subtype");
    struct str name = get(checker, font, "BaseFont")->text;
    bool composite = value_is(kind, "Type0");
    bool descendant = value_is(kind, "CIDFontType0") || value_is(kind, "CIDFontType2");
    if (!composite && !value_is(kind, "Type3") && !is_embedded(checker, font))
        rule_broken(checker, RULE_EMBEDDED, "object %zu: %.*s", number, STR_ARGS(name));
    if (value_is(kind, "CIDFontType2")) {
        const struct value *map = get(checker, font, "CIDToGIDMap");
        if (!map->stream.at && !value_is(map, "Identity"))
            rule_broken(checker, RULE_GLYPHS, "object %zu: %.*s", number, STR_ARGS(name));
    }
    if (!descendant && !get(checker, font, "ToUnicode")->stream.at)
        rule_broken(checker, RULE_UNICODE, "object %zu: %.*s", number, STR_ARGS(name));
}

/* ---- pictures ---- */

static unsigned most_ink(struct str samples) {
    const unsigned char *at = (const unsigned char *)samples.at;
    unsigned most = 0;
    for (size_t i = 0; i + 4 <= samples.length; i += 4) {
        unsigned ink = (unsigned)at[i] + at[i + 1] + at[i + 2] + at[i + 3];
        most = ink > most ? ink : most;
    }
    return most * 100 / 255;
}

static void check_ink(struct checker *checker, const struct value *picture, size_t number) {
    struct arena_mark mark = arena_mark(checker->scratch);
    bool decoded = false;
    struct str samples = reader_stream(checker->reader, picture, checker->scratch, &decoded);
    if (!decoded && value_is(get(checker, picture, "Filter"), "DCTDecode")) {
        struct image_data image = {
            .width = (uint32_t)value_size(get(checker, picture, "Width"), 0) & 0xFFFF,
            .height = (uint32_t)value_size(get(checker, picture, "Height"), 0) & 0xFFFF,
            .channels = 4,
            .inverted = get(checker, picture, "Decode")->kind == VALUE_ARRAY};
        decoded = jpeg_samples(picture->stream, &image, checker->scratch) == NULL;
        samples = image.bytes;
    }
    unsigned ink = decoded ? most_ink(samples) : 0;
    if (ink > checker->ink_limit)
        rule_broken(checker, RULE_INK, "object %zu: a picture with up to %u %%", number, ink);
    arena_rewind(checker->scratch, mark);
}

/* Colours of a device must be those of the output intent (and grey goes with either). */
static bool is_foreign(const struct checker *checker, const struct value *space) {
    return (value_is(space, "DeviceRGB") && checker->intent != 'R') ||
           (value_is(space, "DeviceCMYK") && checker->intent != 'C') ||
           (value_is(space, "DeviceGray") && !checker->intent);
}

static bool has_four_channels(struct checker *checker, const struct value *space) {
    if (value_is(space, "DeviceCMYK"))
        return true;
    if (space->kind != VALUE_ARRAY || space->count != 2 || !value_is(space->items, "ICCBased"))
        return false;
    const struct value *profile = reader_resolve(checker->reader, &space->items[1]);
    return get(checker, profile, "N")->number == 4;
}

static void check_picture(struct checker *checker, const struct value *picture, size_t number) {
    if (get(checker, picture, "Alternates")->kind != VALUE_NULL ||
        get(checker, picture, "OPI")->kind != VALUE_NULL ||
        get(checker, picture, "Interpolate")->number == 1)
        rule_broken(checker, RULE_PICTURES, "object %zu", number);
    const struct value *space = get(checker, picture, "ColorSpace");
    if (space->kind == VALUE_ARRAY && space->count > 1 && value_is(space->items, "Indexed"))
        space = reader_resolve(checker->reader, &space->items[1]);
    if (is_foreign(checker, space))
        rule_broken(checker, RULE_COLOUR, "object %zu: a picture in %.*s", number,
                    STR_ARGS(space->text));
    if (get(checker, picture, "SMask")->kind != VALUE_NULL)
        rule_broken(checker, RULE_OPAQUE, "object %zu: a picture with a mask", number);
    if (checker->press && has_four_channels(checker, space))
        check_ink(checker, picture, number);
}

/* ---- graphics states ---- */

static void check_state(struct checker *checker, const struct value *state, const char *where,
                        size_t number) {
    static const char *const modes[] = {
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",    "Darken",
        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight",  "Difference",
        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity", NULL};
    const struct value *mode = get(checker, state, "BM");
    if (get(checker, state, "TR")->kind != VALUE_NULL ||
        (mode->kind != VALUE_NULL && !is_one_of(mode, modes)))
        rule_broken(checker, RULE_GRAPHICS, "%s %zu", where, number);
    const struct value *fill = get(checker, state, "ca"), *stroke = get(checker, state, "CA");
    const struct value *mask = get(checker, state, "SMask");
    if ((fill->kind == VALUE_NUMBER && fill->number < 1) ||
        (stroke->kind == VALUE_NUMBER && stroke->number < 1) || mask->kind == VALUE_DICTIONARY ||
        (mode->kind == VALUE_NAME && !value_is(mode, "Normal")))
        rule_broken(checker, RULE_OPAQUE, "%s %zu: a graphics state", where, number);
}

/* ---- plates ---- */

/* Plates met so far, by name. */
struct plates {
    ARRAY(const struct value *) list;
};

static bool same_value(struct checker *checker, const struct value *a, const struct value *b) {
    a = reader_resolve(checker->reader, a);
    b = reader_resolve(checker->reader, b);
    if (a == b)
        return true;
    if (a->kind != b->kind || a->count != b->count || a->number != b->number ||
        !str_equal(a->text, b->text) || !str_equal(a->stream, b->stream))
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_value(checker, &a->items[i], &b->items[i]))
            return false;
    return true;
}

/* An array of four: /Separation, its name, the colours in its stead, the way to them (ISO 32000-1,
 * 8.6.6.4). */
static void check_plate(struct checker *checker, struct plates *plates, const struct value *space,
                        size_t page) {
    if (space->kind != VALUE_ARRAY || !space->count || !value_is(space->items, "Separation"))
        return;
    struct str name = space->count == 4 ? reader_resolve(checker->reader, &space->items[1])->text
                                        : STR("without a name");
    if (space->count != 4 ||
        is_foreign(checker, reader_resolve(checker->reader, &space->items[2]))) {
        rule_broken(checker, RULE_PLATES, "page %zu: the plate %.*s", page, STR_ARGS(name));
        return;
    }
    for (size_t i = 0; i < plates->list.count; i++) {
        const struct value *other = plates->list.at[i];
        if (!str_equal(reader_resolve(checker->reader, &other->items[1])->text, name))
            continue;
        if (!same_value(checker, other, space))
            rule_broken(checker, RULE_PLATES, "page %zu: the plate %.*s is not the same as before",
                        page, STR_ARGS(name));
        return;
    }
    array_push(&plates->list, checker->arena, space);
}

static void check_resources(struct checker *checker) {
    struct plates plates = {0};
    for (size_t i = 0; i < checker->page_count; i++) {
        const struct value *resources = get(checker, checker->pages[i].value, "Resources");
        const struct value *states = get(checker, resources, "ExtGState");
        for (size_t s = 1; states->kind == VALUE_DICTIONARY && s < states->count; s += 2)
            check_state(checker, reader_resolve(checker->reader, &states->items[s]), "page", i + 1);
        const struct value *spaces = get(checker, resources, "ColorSpace");
        for (size_t s = 1; spaces->kind == VALUE_DICTIONARY && s < spaces->count; s += 2)
            check_plate(checker, &plates, reader_resolve(checker->reader, &spaces->items[s]),
                        i + 1);
    }
}

/* ---- annotations and actions ---- */

static bool is_hidden(size_t flags) {
    return !(flags & FLAG_PRINT) || flags & (FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW);
}

static void check_reach(struct checker *checker, const struct checked_page *page,
                        const struct value *annotation, size_t index) {
    const struct value *rectangle = get(checker, annotation, "Rect");
    if (rectangle->kind != VALUE_ARRAY || rectangle->count != 4)
        return;
    const struct value *r = rectangle->items;
    bool apart = r[2].number <= page->bleed[0] || r[0].number >= page->bleed[2] ||
                 r[3].number <= page->bleed[1] || r[1].number >= page->bleed[3];
    if (!apart)
        rule_broken(checker, RULE_OUTSIDE, "page %zu: a %.*s", index + 1,
                    STR_ARGS(get(checker, annotation, "Subtype")->text));
}

static void check_annotation(struct checker *checker, size_t index, const struct value *entry) {
    static const char *const refused[] = {"3D", "Sound", "Screen", "Movie", "RichMedia", NULL};
    const struct value *annotation = reader_resolve(checker->reader, entry);
    const struct value *kind = get(checker, annotation, "Subtype");
    if (is_one_of(kind, refused) || kind->kind != VALUE_NAME)
        rule_broken(checker, RULE_ANNOTATIONS, "page %zu", index + 1);
    if (!value_is(kind, "Popup") && is_hidden(value_size(get(checker, annotation, "F"), 0)))
        rule_broken(checker, RULE_FLAGS, "page %zu", index + 1);
    check_reach(checker, &checker->pages[index], annotation, index);
    if (!value_is(kind, "Link"))
        return;
    if (get(checker, annotation, "Contents")->text.length == 0)
        rule_broken(checker, RULE_DESCRIBED, "page %zu: object %zu", index + 1,
                    value_reference(entry));
    if (!checker->linked[value_reference(entry)])
        rule_broken(checker, RULE_LINKS, "page %zu: object %zu", index + 1, value_reference(entry));
}

static void check_annotations(struct checker *checker) {
    for (size_t i = 0; i < checker->page_count; i++) {
        const struct value *page = checker->pages[i].value;
        const struct value *list = get(checker, page, "Annots");
        for (size_t a = 0; list->kind == VALUE_ARRAY && a < list->count; a++)
            check_annotation(checker, i, &list->items[a]);
        if (list->count && !value_is(get(checker, page, "Tabs"), "S"))
            rule_broken(checker, RULE_TABS, "page %zu", i + 1);
    }
}

static void check_action(struct checker *checker, const struct value *object, const char *where,
                         size_t number) {
    static const char *const refused[] = {"Launch",     "Sound",      "Movie",       "ResetForm",
                                          "ImportData", "Hide",       "SetOCGState", "Rendition",
                                          "Trans",      "GoTo3DView", "JavaScript",  NULL};
    const struct value *action = get(checker, object, "A");
    if (is_one_of(get(checker, action, "S"), refused) ||
        is_one_of(get(checker, object, "S"), refused) ||
        get(checker, object, "AA")->kind != VALUE_NULL ||
        (get(checker, object, "OpenAction")->kind == VALUE_DICTIONARY &&
         is_one_of(get(checker, get(checker, object, "OpenAction"), "S"), refused)))
        rule_broken(checker, RULE_ACTIONS, "%s %zu", where, number);
}

void check_objects(struct checker *checker) {
    for (size_t number = 1; number < reader_end(checker->reader); number++) {
        const struct value *object = reader_object(checker->reader, number);
        if (object->kind != VALUE_DICTIONARY)
            continue;
        const struct value *type = value_entry(object, "Type");
        if (object->stream.at)
            check_filter(checker, object, number);
        if (value_is(type, "Font"))
            check_font(checker, object, number);
        else if (value_is(value_entry(object, "Subtype"), "Image"))
            check_picture(checker, object, number);
        else if (value_is(value_entry(object, "Subtype"), "PS"))
            rule_broken(checker, RULE_PICTURES, "object %zu: PostScript", number);
        if (!value_is(type, "StructElem"))
            check_action(checker, object, "object", number);
    }
    check_resources(checker);
    check_annotations(checker);
}
