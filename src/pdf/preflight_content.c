/* What the pages paint: the operators of their contents, one after the other, with as much of the
 * graphics state as the rules ask about (ISO 32000-1, 8.4). */
#include "base/array.h"
#include "pdf/rules.h"
#include <math.h>
#include <string.h>

enum { MOST_OPERANDS = 64, MOST_SAVED = 64, MOST_OPEN = 64, MOST_FORMS = 4, INKS = 4 };
/* Of a line in points, and a little less, for what rounding takes. */
#define HAIRLINE 0.2495

enum paint_kind { PAINT_GREY, PAINT_RGB, PAINT_INKS, PAINT_ALL, PAINT_OTHER };

struct paint {
    enum paint_kind kind;
    double parts[INKS];
};

struct graphics {
    double matrix[6];
    struct paint fill, stroke;
    double width;
    bool overprints;
};

struct painter {
    struct checker *checker;
    struct checked_page *page;
    size_t index; /* of the page */
    const struct value *resources;
    struct graphics now, saved[MOST_SAVED];
    int depth;
    struct value operands[MOST_OPERANDS];
    size_t count;
    uint8_t open[MOST_OPEN]; /* marked content: whether it is tagged or an artifact */
    size_t open_count, tagged;
    double box[4]; /* of the path, on the sheet */
    bool has_path;
    double thinnest; /* rectangle of the path */
    double line[2];  /* of the text, where its line begins */
    int forms;       /* that are open within each other */
};

static double operand(const struct painter *painter, size_t index) {
    return index < painter->count ? painter->operands[index].number : 0;
}

/* What the first operand names in a part of the resources. */
static const struct value *resource(const struct painter *painter, const char *category) {
    struct reader *reader = painter->checker->reader;
    const struct value *named = reader_get(reader, painter->resources, category);
    return painter->count ? reader_find(reader, named, painter->operands[0].text) : &value_null;
}

/* ---- paint ---- */

static void check_paint(struct painter *painter, const struct paint *paint) {
    struct checker *checker = painter->checker;
    size_t page = painter->index + 1;
    if (paint->kind == PAINT_RGB && checker->intent != 'R')
        rule_broken(checker, RULE_COLOUR, "page %zu: a colour in DeviceRGB", page);
    if (paint->kind == PAINT_INKS && checker->intent != 'C')
        rule_broken(checker, RULE_COLOUR, "page %zu: a colour in DeviceCMYK", page);
    if (paint->kind == PAINT_GREY && !checker->intent)
        rule_broken(checker, RULE_COLOUR, "page %zu: a colour in DeviceGray", page);
    double ink = paint->parts[0] + paint->parts[1] + paint->parts[2] + paint->parts[3];
    if (paint->kind == PAINT_INKS && ink * 100 > checker->ink_limit + 0.05)
        rule_broken(checker, RULE_INK, "page %zu: a colour of %.0f %%", page, ink * 100);
}

static void set_paint(struct painter *painter, struct paint *paint, enum paint_kind kind) {
    paint->kind = kind;
    for (size_t i = 0; i < INKS; i++)
        paint->parts[i] = operand(painter, i);
}

static void set_space(struct painter *painter, struct paint *paint) {
    static const struct {
        const char *name;
        enum paint_kind kind;
    } spaces[] = {{"DeviceGray", PAINT_GREY}, {"DeviceRGB", PAINT_RGB}, {"DeviceCMYK", PAINT_INKS}};
    struct reader *reader = painter->checker->reader;
    *paint = (struct paint){.kind = PAINT_OTHER};
    if (painter->count == 0 || painter->operands[0].kind != VALUE_NAME)
        return;
    for (size_t i = 0; i < 3; i++)
        if (value_is(&painter->operands[0], spaces[i].name))
            paint->kind = spaces[i].kind;
    const struct value *space = resource(painter, "ColorSpace");
    if (space->kind == VALUE_ARRAY && space->count == 4 && value_is(space->items, "Separation") &&
        value_is(reader_resolve(reader, &space->items[1]), "All"))
        paint->kind = PAINT_ALL;
}

/* ---- paths ---- */

static void add_point(struct painter *painter, double x, double y) {
    const double *m = painter->now.matrix;
    double at[2] = {m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
    for (int i = 0; i < 2; i++) {
        if (!painter->has_path || at[i] < painter->box[i])
            painter->box[i] = at[i];
        if (!painter->has_path || at[i] > painter->box[2 + i])
            painter->box[2 + i] = at[i];
    }
    painter->has_path = true;
}

static void add_rectangle(struct painter *painter) {
    const double *m = painter->now.matrix;
    double x = operand(painter, 0), y = operand(painter, 1);
    double width = operand(painter, 2), height = operand(painter, 3);
    add_point(painter, x, y);
    add_point(painter, x + width, y + height);
    double across = fabs(width) * hypot(m[0], m[1]), down = fabs(height) * hypot(m[2], m[3]);
    double thin = across < down ? across : down;
    if (thin < painter->thinnest)
        painter->thinnest = thin;
}

static void end_path(struct painter *painter) {
    painter->has_path = false;
    painter->thinnest = INFINITY;
}

static void check_marks(struct painter *painter, const struct paint *paint) {
    const double *bleed = painter->page->bleed, *box = painter->box;
    if (paint->kind != PAINT_ALL || !painter->has_path)
        return;
    bool apart =
        box[2] <= bleed[0] || box[0] >= bleed[2] || box[3] <= bleed[1] || box[1] >= bleed[3];
    if (!apart)
        rule_broken(painter->checker, RULE_MARKS, "page %zu", painter->index + 1);
}

static void check_tagged(struct painter *painter) {
    if (painter->tagged == 0)
        rule_broken(painter->checker, RULE_CONTENT, "page %zu", painter->index + 1);
}

static void paint_path(struct painter *painter, bool fill, bool stroke) {
    const double *m = painter->now.matrix;
    double width = painter->now.width * sqrt(fabs(m[0] * m[3] - m[1] * m[2]));
    if (painter->has_path) {
        check_tagged(painter);
        if (fill) {
            check_paint(painter, &painter->now.fill);
            check_marks(painter, &painter->now.fill);
        }
        if (stroke) {
            check_paint(painter, &painter->now.stroke);
            check_marks(painter, &painter->now.stroke);
        }
        if ((fill && !stroke && painter->thinnest < HAIRLINE) || (stroke && width < HAIRLINE))
            rule_broken(painter->checker, RULE_LINES, "page %zu: %.3f pt", painter->index + 1,
                        stroke ? width : painter->thinnest);
    }
    end_path(painter);
}

/* ---- pictures ---- */

static void check_resolution(struct painter *painter, const struct value *picture) {
    struct reader *reader = painter->checker->reader;
    const double *m = painter->now.matrix;
    double width = hypot(m[0], m[1]), height = hypot(m[2], m[3]);
    double across = (double)value_size(reader_get(reader, picture, "Width"), 0) * 72 / width;
    double down = (double)value_size(reader_get(reader, picture, "Height"), 0) * 72 / height;
    double least = across < down ? across : down;
    enum rule rule = least >= 150 ? RULE_SHARPNESS : RULE_RESOLUTION;
    if (!(least >= 225))
        rule_broken(painter->checker, rule, "page %zu: %.*s has %.0f", painter->index + 1,
                    STR_ARGS(painter->operands[0].text), least);
}

/* ---- text ---- */

/* In composite fonts, which all of ours are, a code has two bytes, and 0 is .notdef. */
static bool shows_notdef(const struct value *shown) {
    for (size_t i = 0; shown->kind == VALUE_ARRAY && i < shown->count; i++)
        if (shows_notdef(&shown->items[i]))
            return true;
    for (size_t i = 0; shown->kind == VALUE_STRING && i + 1 < shown->text.length; i += 2)
        if (shown->text.at[i] == 0 && shown->text.at[i + 1] == 0)
            return true;
    return false;
}

static void show_text(struct painter *painter) {
    const struct graphics *now = &painter->now;
    const struct paint *paint = &now->fill;
    check_tagged(painter);
    check_paint(painter, paint);
    for (size_t i = 0; i < painter->count; i++)
        if (shows_notdef(&painter->operands[i]))
            rule_broken(painter->checker, RULE_NOTDEF, "page %zu", painter->index + 1);
    if (paint->kind == PAINT_ALL) {
        painter->has_path = false;
        add_point(painter, painter->line[0], painter->line[1]);
        check_marks(painter, paint);
        painter->has_path = false;
    }
    bool key = paint->kind == PAINT_INKS && paint->parts[3] >= 1;
    bool rich = key && paint->parts[0] + paint->parts[1] + paint->parts[2] > 0;
    bool grey = paint->kind == PAINT_GREY && paint->parts[0] <= 0;
    if (rich || grey || (key && !now->overprints))
        rule_broken(painter->checker, RULE_BLACK, "page %zu: text %s", painter->index + 1,
                    rich ? "has other inks below the black" : "does not overprint");
}

static void set_state(struct painter *painter) {
    struct reader *reader = painter->checker->reader;
    const struct value *state = resource(painter, "ExtGState");
    const struct value *overprint = reader_get(reader, state, "op");
    if (overprint->kind != VALUE_BOOLEAN)
        overprint = reader_get(reader, state, "OP");
    if (overprint->kind == VALUE_BOOLEAN)
        painter->now.overprints =
            overprint->number == 1 && reader_get(reader, state, "OPM")->number == 1;
}

/* ---- marked content ---- */

static void begin_marked(struct painter *painter) {
    bool tagged = painter->count && value_is(&painter->operands[0], "Artifact");
    if (painter->count == 2) {
        size_t mcid = value_size(value_entry(&painter->operands[1], "MCID"), SIZE_MAX);
        tagged = tagged || mcid != SIZE_MAX;
        if (mcid != SIZE_MAX && mcid < UINT32_MAX / 2 && mcid >= painter->page->marked)
            painter->page->marked = mcid + 1;
    }
    if (painter->open_count < MOST_OPEN)
        painter->open[painter->open_count] = tagged;
    painter->open_count++;
    painter->tagged += tagged ? 1 : 0;
}

static void end_marked(struct painter *painter) {
    if (painter->open_count == 0)
        return;
    painter->open_count--;
    if (painter->open_count < MOST_OPEN && painter->open[painter->open_count])
        painter->tagged--;
}

/* ---- operators ---- */

static void concatenate(struct painter *painter) {
    double a[6], *m = painter->now.matrix, r[6];
    for (size_t i = 0; i < 6; i++)
        a[i] = operand(painter, i);
    for (int i = 0; i < 6; i += 2) {
        r[i] = a[i] * m[0] + a[i + 1] * m[2] + (i == 4 ? m[4] : 0);
        r[i + 1] = a[i] * m[1] + a[i + 1] * m[3] + (i == 4 ? m[5] : 0);
    }
    memcpy(m, r, sizeof r);
}

static void save(struct painter *painter) {
    if (painter->depth < MOST_SAVED)
        painter->saved[painter->depth] = painter->now;
    painter->depth++;
}

static void restore(struct painter *painter) {
    if (painter->depth == 0)
        return;
    painter->depth--;
    if (painter->depth < MOST_SAVED)
        painter->now = painter->saved[painter->depth];
}

enum operator{
    OP_SAVE,
    OP_RESTORE,
    OP_MATRIX,
    OP_WIDTH,
    OP_STATE,
    OP_GREY,
    OP_RGB,
    OP_INKS,
    OP_LINE_GREY,
    OP_LINE_RGB,
    OP_LINE_INKS,
    OP_SPACE,
    OP_LINE_SPACE,
    OP_PART,
    OP_RECTANGLE,
    OP_POINT,
    OP_CURVE,
    OP_FILL,
    OP_STROKE,
    OP_BOTH,
    OP_NO_PATH,
    OP_BEGIN_TEXT,
    OP_MOVE,
    OP_PLACE,
    OP_TEXT,
    OP_PICTURE,
    OP_MARK,
    OP_END_MARK,
    OP_OTHER
};

static enum operator operator_of(struct str word) {
    static const struct {
        const char *word;
        enum operator operator;
    } table[] = {
        {"TJ", OP_TEXT},       {"Td", OP_MOVE},     {"re", OP_RECTANGLE}, {"m", OP_POINT},
        {"l", OP_POINT},       {"f", OP_FILL},      {"BDC", OP_MARK},     {"EMC", OP_END_MARK},
        {"BT", OP_BEGIN_TEXT}, {"Tj", OP_TEXT},     {"'", OP_TEXT},       {"\"", OP_TEXT},
        {"q", OP_SAVE},        {"Q", OP_RESTORE},   {"cm", OP_MATRIX},    {"w", OP_WIDTH},
        {"gs", OP_STATE},      {"g", OP_GREY},      {"rg", OP_RGB},       {"k", OP_INKS},
        {"G", OP_LINE_GREY},   {"RG", OP_LINE_RGB}, {"K", OP_LINE_INKS},  {"cs", OP_SPACE},
        {"CS", OP_LINE_SPACE}, {"c", OP_CURVE},     {"v", OP_CURVE},      {"y", OP_CURVE},
        {"f*", OP_FILL},       {"F", OP_FILL},      {"S", OP_STROKE},     {"s", OP_STROKE},
        {"B", OP_BOTH},        {"b", OP_BOTH},      {"B*", OP_BOTH},      {"b*", OP_BOTH},
        {"n", OP_NO_PATH},     {"TD", OP_MOVE},     {"Tm", OP_PLACE},     {"Do", OP_PICTURE},
        {"BMC", OP_MARK},      {"scn", OP_PART},    {"sc", OP_PART},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_equal(word, str_from(table[i].word)))
            return table[i].operator;
    return OP_OTHER;
}

static void paint(struct painter *painter, struct str text);

/* What a form paints is painted on the page, by its matrix (ISO 32000-1, 8.10.1). */
static void show_form(struct painter *painter, const struct value *form) {
    struct reader *reader = painter->checker->reader;
    struct graphics before = painter->now;
    const struct value *resources = painter->resources,
                       *matrix = reader_get(reader, form, "Matrix");
    for (size_t i = 0; matrix->kind == VALUE_ARRAY && i < matrix->count && i < 6; i++)
        painter->operands[i] = *reader_resolve(reader, &matrix->items[i]);
    painter->count = 6;
    if (matrix->kind == VALUE_ARRAY && matrix->count == 6)
        concatenate(painter);
    bool decoded = false;
    painter->resources = reader_get(reader, form, "Resources");
    painter->count = 0;
    painter->forms++;
    paint(painter, reader_stream(reader, form, painter->checker->scratch, &decoded));
    painter->forms--;
    painter->resources = resources;
    painter->now = before;
}

static void show_object(struct painter *painter) {
    const struct value *object = resource(painter, "XObject");
    const struct value *kind = reader_get(painter->checker->reader, object, "Subtype");
    check_tagged(painter);
    if (value_is(kind, "Image"))
        check_resolution(painter, object);
    else if (value_is(kind, "Form") && painter->forms < MOST_FORMS)
        show_form(painter, object);
    else
        rule_broken(painter->checker, RULE_PICTURES, "page %zu: something that is no picture",
                    painter->index + 1);
}

static void apply(struct painter *painter, struct str word) {
    struct graphics *now = &painter->now;
    switch (operator_of(word)) {
    case OP_SAVE:
        save(painter);
        break;
    case OP_RESTORE:
        restore(painter);
        break;
    case OP_MATRIX:
        concatenate(painter);
        break;
    case OP_WIDTH:
        now->width = operand(painter, 0);
        break;
    case OP_STATE:
        set_state(painter);
        break;
    case OP_GREY:
        set_paint(painter, &now->fill, PAINT_GREY);
        break;
    case OP_RGB:
        set_paint(painter, &now->fill, PAINT_RGB);
        break;
    case OP_INKS:
        set_paint(painter, &now->fill, PAINT_INKS);
        break;
    case OP_LINE_GREY:
        set_paint(painter, &now->stroke, PAINT_GREY);
        break;
    case OP_LINE_RGB:
        set_paint(painter, &now->stroke, PAINT_RGB);
        break;
    case OP_LINE_INKS:
        set_paint(painter, &now->stroke, PAINT_INKS);
        break;
    case OP_SPACE:
        set_space(painter, &now->fill);
        break;
    case OP_LINE_SPACE:
        set_space(painter, &now->stroke);
        break;
    case OP_PART:
        set_paint(painter, &now->fill, now->fill.kind);
        break;
    case OP_RECTANGLE:
        add_rectangle(painter);
        break;
    case OP_POINT:
        add_point(painter, operand(painter, 0), operand(painter, 1));
        break;
    case OP_CURVE:
        for (size_t i = 0; i + 1 < painter->count; i += 2)
            add_point(painter, operand(painter, i), operand(painter, i + 1));
        break;
    case OP_FILL:
        paint_path(painter, true, false);
        break;
    case OP_STROKE:
        paint_path(painter, false, true);
        break;
    case OP_BOTH:
        paint_path(painter, true, true);
        break;
    case OP_NO_PATH:
        end_path(painter);
        break;
    case OP_BEGIN_TEXT:
        painter->line[0] = painter->line[1] = 0;
        break;
    case OP_MOVE:
        painter->line[0] += operand(painter, 0);
        painter->line[1] += operand(painter, 1);
        break;
    case OP_PLACE:
        painter->line[0] = operand(painter, 4);
        painter->line[1] = operand(painter, 5);
        break;
    case OP_TEXT:
        show_text(painter);
        break;
    case OP_PICTURE:
        show_object(painter);
        break;
    case OP_MARK:
        begin_marked(painter);
        break;
    case OP_END_MARK:
        end_marked(painter);
        break;
    case OP_OTHER:
        break;
    }
}

static void paint(struct painter *painter, struct str text) {
    struct lexer lexer = {text, 0, painter->checker->scratch, false};
    struct value value;
    while (lexer_next(&lexer, &value)) {
        if (value.kind == VALUE_WORD) {
            apply(painter, value.text);
            painter->count = 0;
        } else if (painter->count < MOST_OPERANDS) {
            painter->operands[painter->count++] = value;
        }
    }
    lexer_skip(&lexer);
    if (lexer.at < text.length)
        rule_broken(painter->checker, RULE_FILTERS, "page %zu: its contents are damaged",
                    painter->index + 1);
}

static void add_contents(struct checker *checker, const struct value *part, struct buffer *out) {
    bool decoded = false;
    if (part->stream.at)
        buffer_str(out, reader_stream(checker->reader, part, checker->scratch, &decoded));
    buffer_text(out, "\n");
}

/* All parts together; an operator may not be cut in two (ISO 32000-1, 7.8.2). */
static struct str contents_of(struct checker *checker, const struct value *page) {
    const struct value *contents = reader_get(checker->reader, page, "Contents");
    struct buffer out = {0};
    add_contents(checker, contents, &out);
    for (size_t i = 0; contents->kind == VALUE_ARRAY && i < contents->count; i++)
        add_contents(checker, reader_resolve(checker->reader, &contents->items[i]), &out);
    struct str all = str_copy(checker->scratch, buffer_view(&out));
    buffer_free(&out);
    return all;
}

void check_contents(struct checker *checker) {
    for (size_t i = 0; i < checker->page_count; i++) {
        struct arena_mark mark = arena_mark(checker->scratch);
        struct painter *painter = arena_make(checker->scratch, struct painter, 1);
        painter->checker = checker;
        painter->page = &checker->pages[i];
        painter->index = i;
        painter->resources = reader_get(checker->reader, painter->page->value, "Resources");
        painter->now = (struct graphics){.matrix = {1, 0, 0, 1, 0, 0}, .width = 1};
        painter->thinnest = INFINITY;
        paint(painter, contents_of(checker, painter->page->value));
        arena_rewind(checker->scratch, mark);
    }
}
