/* A small part of SVG 1.1, enough for emblems: filled shapes in flat colours. The elements svg
 * (with viewBox), g, path, rect, circle, ellipse and polygon; fill as #rgb, #rrggbb, a name or
 * none; fill-rule; transform with translate, scale and matrix. title, desc and metadata are passed
 * over. All else is a fault, so that nothing is left out unseen. */
#include "base/svg.h"
#include "base/svg_path.h"

#include <math.h>
#include <string.h>

enum { MOST_ATTRIBUTES = 24, MOST_DEPTH = 32 };

/* The sides of a view box, and how many of them a point may lie off: far inside the numbers of a
 * PDF (ISO 32000-1, C.2). */
#define LEAST_SIDE 1e-6
#define MOST_SIDE 1e9
#define MOST_SIDES_OFF 1000

struct attribute {
    struct str name, value;
};

struct element {
    struct str name;
    bool end, empty; /* "</g>", "<g/>" */
    struct attribute attributes[MOST_ATTRIBUTES];
    size_t count;
};

/* What elements hand down. */
struct paint {
    double matrix[6];
    uint8_t red, green, blue;
    bool none, even_odd;
};

struct svg_reader {
    struct str text;
    size_t at;
    const char *path;
    struct arena *arena;
    struct diag *diag;
    size_t faults;   /* before the first one here */
    double reach[2]; /* how far off a point may lie */
    ARRAY(struct svg_shape) shapes;
};

/* ---- faults ---- */

/* The place of a byte of the text. */
static struct span place_of(const struct svg_reader *reader, const char *byte) {
    struct span span = {reader->path, 1, 1};
    for (const char *at = reader->text.at; at < byte; at++) {
        if (*at == '\n') {
            span.line++;
            span.column = 1;
        } else if ((*at & 0xC0) != 0x80) {
            span.column++;
        }
    }
    return span;
}

static bool failed(const struct svg_reader *reader) {
    return diag_faults(reader->diag) > reader->faults;
}

static void wrong_value(struct svg_reader *reader, const struct attribute *attribute,
                        const char *hint) {
    diag_fault(reader->diag, place_of(reader, attribute->value.at), hint,
               "%.*s cannot be \"%.*s\" here", STR_ARGS(attribute->name),
               STR_ARGS(attribute->value));
}

static void wrong_text(struct svg_reader *reader, const char *what) {
    diag_fault(reader->diag, place_of(reader, reader->text.at + reader->at),
               "save the picture anew as plain SVG", "%s", what);
    reader->at = reader->text.length;
}

/* ---- XML (1.0, 2.8, 3.1) ---- */

static char peek(const struct svg_reader *reader) {
    return reader->at < reader->text.length ? reader->text.at[reader->at] : '\0';
}

static void skip_white(struct svg_reader *reader) {
    while (peek(reader) && strchr(" \t\r\n", peek(reader)))
        reader->at++;
}

static struct str read_name(struct svg_reader *reader) {
    size_t start = reader->at;
    while (peek(reader) && !strchr(" \t\r\n/>=\"'<", peek(reader)))
        reader->at++;
    return str_part(reader->text, start, reader->at - start);
}

/* Past the next `end`. */
static bool skip_past(struct svg_reader *reader, struct str end) {
    struct str rest = str_part(reader->text, reader->at, SIZE_MAX);
    size_t found = str_find(rest, end);
    if (found == SIZE_MAX)
        wrong_text(reader, "something is not closed up to the end of the file");
    else
        reader->at += found + end.length;
    return found != SIZE_MAX;
}

static bool read_attribute(struct svg_reader *reader, struct element *element) {
    struct attribute attribute = {.name = read_name(reader)};
    skip_white(reader);
    bool equal = peek(reader) == '=';
    reader->at += equal;
    skip_white(reader);
    char quote = peek(reader);
    if (!equal || (quote != '"' && quote != '\'') || element->count == MOST_ATTRIBUTES) {
        wrong_text(reader, "an attribute is not written as name=\"value\", or there are too many");
        return false;
    }
    size_t start = ++reader->at;
    if (!skip_past(reader, (struct str){&quote, 1}))
        return false;
    attribute.value = str_part(reader->text, start, reader->at - 1 - start);
    element->attributes[element->count++] = attribute;
    return true;
}

/* The next tag; false at the end of the text or after a fault. */
static bool next_element(struct svg_reader *reader, struct element *element) {
    for (;;) {
        size_t tag = str_find(str_part(reader->text, reader->at, SIZE_MAX), STR("<"));
        if (tag == SIZE_MAX)
            return false;
        reader->at += tag;
        struct str rest = str_part(reader->text, reader->at, SIZE_MAX);
        if (str_starts(rest, STR("<!--")) ? !skip_past(reader, STR("-->"))
            : str_starts(rest, STR("<?")) ? !skip_past(reader, STR("?>"))
                                          : false)
            return false;
        if (!str_starts(rest, STR("<!--")) && !str_starts(rest, STR("<?")))
            break;
    }
    reader->at++;
    *element = (struct element){.end = peek(reader) == '/'};
    reader->at += element->end;
    element->name = read_name(reader);
    for (skip_white(reader); peek(reader) && peek(reader) != '>'; skip_white(reader)) {
        if (peek(reader) == '/') {
            element->empty = true;
            reader->at++;
        } else if (!read_attribute(reader, element)) {
            return false;
        }
    }
    if (element->name.length == 0 || peek(reader) != '>') {
        wrong_text(reader, "this is no tag");
        return false;
    }
    reader->at++;
    return true;
}

static const struct attribute *find(const struct element *element, const char *name) {
    for (size_t i = 0; i < element->count; i++)
        if (str_equal(element->attributes[i].name, str_from(name)))
            return &element->attributes[i];
    return NULL;
}

/* ---- values ---- */

static int hex_digit(char c) {
    const char *digits = "0123456789abcdefABCDEF", *found = c ? strchr(digits, c) : NULL;
    int digit = found ? (int)(found - digits) : -1;
    return digit < 16 ? digit : digit - 6;
}

static bool read_hex(struct str value, uint8_t rgb[3]) {
    size_t digits = (value.length - 1) / 3;
    if (value.length != 4 && value.length != 7)
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex_digit(value.at[1 + i * digits]);
        int low = hex_digit(value.at[i * digits + digits]);
        if (high < 0 || low < 0)
            return false;
        rgb[i] = (uint8_t)(high * 16 + low);
    }
    return true;
}

static bool read_colour(struct str value, struct paint *paint) {
    static const struct {
        const char *name;
        uint8_t rgb[3];
    } names[] = {{"black", {0, 0, 0}},      {"white", {255, 255, 255}}, {"red", {255, 0, 0}},
                 {"green", {0, 128, 0}},    {"blue", {0, 0, 255}},      {"yellow", {255, 255, 0}},
                 {"gray", {128, 128, 128}}, {"grey", {128, 128, 128}},  {"silver", {192, 192, 192}},
                 {"navy", {0, 0, 128}},     {"maroon", {128, 0, 0}}};
    uint8_t rgb[3];
    paint->none = str_equal(value, STR("none"));
    bool found = paint->none;
    for (size_t i = 0; i < sizeof names / sizeof *names && !found; i++)
        if ((found = str_equal(value, str_from(names[i].name))))
            memcpy(rgb, names[i].rgb, sizeof rgb);
    if (!found && !(value.length && value.at[0] == '#' && read_hex(value, rgb)))
        return false;
    if (!paint->none) {
        paint->red = rgb[0];
        paint->green = rgb[1];
        paint->blue = rgb[2];
    }
    return true;
}

static void multiply(double m[6], const double by[6]) {
    double product[6] = {m[0] * by[0] + m[2] * by[1],        m[1] * by[0] + m[3] * by[1],
                         m[0] * by[2] + m[2] * by[3],        m[1] * by[2] + m[3] * by[3],
                         m[0] * by[4] + m[2] * by[5] + m[4], m[1] * by[4] + m[3] * by[5] + m[5]};
    memcpy(m, product, sizeof product);
}

/* One of the transforms of a list, at *at. */
static bool read_transform(struct str list, size_t *at, double matrix[6]) {
    static const char *const names[] = {"translate(", "scale(", "matrix("};
    double n[6] = {0};
    size_t kind = 0, count = 0;
    while (kind < 3 && !str_starts(str_part(list, *at, SIZE_MAX), str_from(names[kind])))
        kind++;
    if (kind == 3)
        return false;
    *at += strlen(names[kind]);
    while (count < 6 && svg_number(list, at, &n[count]))
        count++;
    if (*at >= list.length || list.at[*at] != ')')
        return false;
    ++*at;
    while (*at < list.length && strchr(" ,\t\r\n", list.at[*at]))
        ++*at;
    if (kind == 0 && (count == 1 || count == 2))
        multiply(matrix, (double[]){1, 0, 0, 1, n[0], n[1]});
    else if (kind == 1 && (count == 1 || count == 2))
        multiply(matrix, (double[]){n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0});
    else if (kind == 2 && count == 6)
        multiply(matrix, n);
    else
        return false;
    return true;
}

static bool read_transforms(struct str list, double matrix[6]) {
    size_t at = 0;
    list = str_trim(list);
    while (at < list.length)
        if (!read_transform(list, &at, matrix))
            return false;
    return true;
}

/* ---- attributes ---- */

static bool is_one_of(struct str name, const char *const *names) {
    for (; *names; names++)
        if (str_equal(name, str_from(*names)))
            return true;
    return false;
}

/* What changes nothing of the picture. */
static bool is_idle(const struct attribute *attribute) {
    static const char *const idle[] = {"id", "version", "role", "class", NULL};
    struct str name = attribute->name;
    return is_one_of(name, idle) || str_starts(name, STR("xml")) ||
           str_starts(name, STR("aria-")) || str_starts(name, STR("data-")) ||
           (str_equal(name, STR("stroke")) && str_equal(attribute->value, STR("none")));
}

/* True when the attribute was one of those that all elements have. */
static bool read_paint(struct svg_reader *reader, const struct attribute *attribute,
                       struct paint *paint) {
    struct str name = attribute->name, value = str_trim(attribute->value);
    if (str_equal(name, STR("fill"))) {
        if (!read_colour(value, paint))
            wrong_value(reader, attribute, "write #rrggbb, a name as black or white, or none");
    } else if (str_equal(name, STR("fill-rule"))) {
        paint->even_odd = str_equal(value, STR("evenodd"));
        if (!paint->even_odd && !str_equal(value, STR("nonzero")))
            wrong_value(reader, attribute, "write nonzero or evenodd");
    } else if (str_equal(name, STR("transform"))) {
        if (!read_transforms(value, paint->matrix))
            wrong_value(reader, attribute, "write translate(x y), scale(s) or matrix(a b c d e f)");
    } else {
        return is_idle(attribute);
    }
    return true;
}

/* Takes the attributes of an element; `own` are those that belong to its kind. */
static void read_attributes(struct svg_reader *reader, const struct element *element,
                            const char *const *own, struct paint *paint) {
    for (size_t i = 0; i < element->count; i++) {
        const struct attribute *attribute = &element->attributes[i];
        if (!read_paint(reader, attribute, paint) && !is_one_of(attribute->name, own))
            diag_fault(reader->diag, place_of(reader, attribute->name.at),
                       "leave it out: emblems are filled shapes, with fill, fill-rule and "
                       "transform as attributes",
                       "%.*s cannot stand in %.*s here", STR_ARGS(attribute->name),
                       STR_ARGS(element->name));
    }
}

/* A number with nothing after it but "px"; `missing` when there is no such attribute. */
static double number_of(struct svg_reader *reader, const struct element *element, const char *name,
                        double missing) {
    const struct attribute *attribute = find(element, name);
    double number = missing;
    if (!attribute)
        return missing;
    struct str value = str_trim(attribute->value);
    if (str_ends(value, STR("px")))
        value.length -= 2;
    size_t at = 0;
    if (!svg_number(value, &at, &number) || at != value.length) {
        wrong_value(reader, attribute, "write a number");
        return missing;
    }
    return number;
}

/* ---- shapes ---- */

static const char *const shape_names[] = {"path", "rect", "circle", "ellipse", "polygon", NULL};
static const char *const shape_own[][7] = {{"d", NULL},
                                           {"x", "y", "width", "height", NULL},
                                           {"cx", "cy", "r", NULL},
                                           {"cx", "cy", "rx", "ry", NULL},
                                           {"points", NULL}};

static void outline_list(struct svg_reader *reader, const struct element *element, const char *name,
                         bool (*read)(struct svg_outline *, struct str, size_t *),
                         struct svg_outline *outline) {
    const struct attribute *data = find(element, name);
    size_t wrong = 0;
    if (!data)
        diag_fault(reader->diag, place_of(reader, element->name.at), NULL, "%.*s has no %s",
                   STR_ARGS(element->name), name);
    else if (!read(outline, data->value, &wrong))
        diag_fault(reader->diag, place_of(reader, data->value.at + wrong),
                   "write commands of M L H V C S Q T A Z, each with all of its numbers",
                   "%s cannot be read from here on", name);
}

static void outline_shape(struct svg_reader *reader, const struct element *element, size_t kind,
                          struct svg_outline *outline) {
    double cx = number_of(reader, element, "cx", 0), cy = number_of(reader, element, "cy", 0);
    if (kind == 0)
        outline_list(reader, element, "d", svg_path, outline);
    else if (kind == 1)
        svg_rectangle(outline, number_of(reader, element, "x", 0),
                      number_of(reader, element, "y", 0), number_of(reader, element, "width", 0),
                      number_of(reader, element, "height", 0));
    else if (kind == 2)
        svg_ellipse(outline, cx, cy, number_of(reader, element, "r", 0),
                    number_of(reader, element, "r", 0));
    else if (kind == 3)
        svg_ellipse(outline, cx, cy, number_of(reader, element, "rx", 0),
                    number_of(reader, element, "ry", 0));
    else
        outline_list(reader, element, "points", svg_polygon, outline);
}

static void add_shape(struct svg_reader *reader, const struct element *element, size_t kind,
                      struct paint paint) {
    read_attributes(reader, element, shape_own[kind], &paint);
    struct svg_outline outline = {.arena = reader->arena};
    memcpy(outline.matrix, paint.matrix, sizeof outline.matrix);
    memcpy(outline.reach, reader->reach, sizeof outline.reach);
    outline_shape(reader, element, kind, &outline);
    if (outline.far)
        diag_fault(reader->diag, place_of(reader, element->name.at),
                   "draw inside the viewBox; the unit of all numbers is that of the viewBox",
                   "%.*s reaches too far out of the viewBox", STR_ARGS(element->name));
    if (paint.none || outline.steps.count == 0)
        return;
    array_push(&reader->shapes, reader->arena,
               (struct svg_shape){paint.red, paint.green, paint.blue, paint.even_odd,
                                  outline.steps.at, outline.steps.count});
}

/* ---- the whole ---- */

/* Each element ends with its own tag (XML 1.0, 3); `end` is the tag that came, or none. */
static void check_end(struct svg_reader *reader, const struct element *element,
                      const struct element *end) {
    if (!failed(reader) && !(end->end && str_equal(end->name, element->name)))
        diag_fault(reader->diag, place_of(reader, element->name.at),
                   "save the picture anew as plain SVG", "%.*s has no end </%.*s>",
                   STR_ARGS(element->name), STR_ARGS(element->name));
}

static void skip_element(struct svg_reader *reader, const struct element *element) {
    struct element inner = {0};
    if (element->empty)
        return;
    for (int depth = 1; depth > 0 && next_element(reader, &inner);)
        depth += inner.end ? -1 : !inner.empty;
    check_end(reader, element, &inner);
}

/* Draws what stands in `parent`, which is not empty, up to its end. */
static void read_children(struct svg_reader *reader, const struct element *parent,
                          const struct paint *paint, int depth) {
    static const char *const silent[] = {"title", "desc", "metadata", NULL};
    static const char *const none[] = {NULL};
    struct element element = {0};
    while (!failed(reader) && next_element(reader, &element) && !element.end) {
        size_t kind = 0;
        while (shape_names[kind] && !str_equal(element.name, str_from(shape_names[kind])))
            kind++;
        if (shape_names[kind]) {
            add_shape(reader, &element, kind, *paint);
            skip_element(reader, &element);
        } else if (is_one_of(element.name, silent)) {
            skip_element(reader, &element);
        } else if (str_equal(element.name, STR("g")) && depth < MOST_DEPTH) {
            struct paint inner = *paint;
            read_attributes(reader, &element, none, &inner);
            if (!element.empty)
                read_children(reader, &element, &inner, depth + 1);
        } else {
            diag_fault(reader->diag, place_of(reader, element.name.at),
                       "draw with g, path, rect, circle, ellipse and polygon alone",
                       "the element %.*s is not among those that are drawn",
                       STR_ARGS(element.name));
        }
    }
    check_end(reader, parent, &element);
}

static void read_root(struct svg_reader *reader, const struct element *root, struct svg *svg) {
    static const char *const own[] = {"viewBox", "width", "height", NULL};
    const struct attribute *box = find(root, "viewBox");
    struct paint paint = {.matrix = {1, 0, 0, 1, 0, 0}};
    double n[4];
    size_t at = 0;
    for (int i = 0; i < 4 && box; i++)
        if (!svg_number(box->value, &at, &n[i]))
            box = NULL;
    if (!box || n[2] < LEAST_SIDE || n[3] < LEAST_SIDE || n[2] > MOST_SIDE || n[3] > MOST_SIDE ||
        n[2] > 1e6 * n[3] || n[3] > 1e6 * n[2]) {
        diag_fault(reader->diag, place_of(reader, root->name.at),
                   "write viewBox=\"0 0 100 100\": left, top, width and height",
                   "svg has no viewBox with a size");
        return;
    }
    svg->width = n[2];
    svg->height = n[3];
    reader->reach[0] = MOST_SIDES_OFF * svg->width;
    reader->reach[1] = MOST_SIDES_OFF * svg->height;
    paint.matrix[4] = -n[0];
    paint.matrix[5] = -n[1];
    read_attributes(reader, root, own, &paint);
    if (!root->empty)
        read_children(reader, root, &paint, 0);
}

const struct svg *svg_read(struct str text, const char *path, struct arena *arena,
                           struct diag *diag) {
    struct svg_reader reader = {
        .text = text, .path = path, .arena = arena, .diag = diag, .faults = diag_faults(diag)};
    struct svg *svg = arena_make(arena, struct svg, 1);
    struct element root;
    if (!next_element(&reader, &root) || !str_equal(root.name, STR("svg"))) {
        if (!failed(&reader))
            wrong_text(&reader, "the first element is not svg");
        return NULL;
    }
    read_root(&reader, &root, svg);
    svg->shapes = reader.shapes.at;
    svg->count = reader.shapes.count;
    if (!failed(&reader) && next_element(&reader, &root))
        diag_fault(diag, place_of(&reader, root.name.at), "leave it out",
                   "something stands after the end of svg");
    if (!failed(&reader) && svg->count == 0)
        wrong_text(&reader, "nothing is drawn");
    return failed(&reader) ? NULL : svg;
}
