/* Lines and columns, found again from the places of glyphs and, where a file has them, its tags. */
#ifndef BENCH_TYPOGRAPHY_LINES_H
#define BENCH_TYPOGRAPHY_LINES_H

#include "typography_trace.h"

struct options {
    double space;       /* em: the space of fonts that set none, as TeX's; 0 when not given */
    double grid, first; /* points; 0: found from the lines */
    uint32_t from, to;  /* pages; 0: all */
    bool column;        /* only the most frequent face, not all of its size */
    bool list;          /* every line, after the table's figures are known */
    bool hanging;       /* paragraphs start flush and run over indented */
    bool entries;       /* each column has to start with a heading */
    struct str text;    /* the source, which tells hyphens of the text from those set */
};

/* Leads and the like are text of the flow that is set in its own size, quotations at their own
 * measure and off the grid; insets (tables, captions) stand between. */
enum line_kind { LINE_OTHER, LINE_INSET, LINE_LEAD, LINE_QUOTE, LINE_BODY, LINE_HEADING };

struct line {
    const struct glyph *glyphs; /* by x, on one baseline */
    size_t count;
    uint32_t page, column, columns;
    double y, left, right;
    double left_edge, right_edge; /* of its column; right_edge 0 where lines end ragged */
    double spaces, own;           /* sum of word spaces, and of the font's in their place */
    size_t space_count;
    enum line_kind kind;
    uint32_t block;
    uint32_t entry; /* the heading of the entry of a list that it belongs to; 0: none */
    bool starts, ends, first, last; /* of a paragraph; in its column */
    bool justified, astray;
    bool space_glyphs; /* TeX sets none */
    bool furniture;    /* running head or foot, thumb mark */
    bool raised;       /* a mark or call above a line */
    double tracked;    /* sum over pairs of what is added to their usual distance, em */
    size_t pairs;
};

struct book {
    struct arena *arena;
    const struct options *options;
    const struct trace *trace;
    uint32_t font; /* of the body */
    double size;
    ARRAY(struct line) lines;
    ARRAY(struct line *) flow; /* body lines and headings, in reading order */
    double leading, bottom;
    double indent; /* the most frequent one of paragraphs */
    bool tagged;
    uint32_t entries_from, entries_to; /* pages with entries */
    bool *bodied;                      /* by element: whether it sets glyphs of the body's size */
};

/* Text whose paragraphs, hyphens and spaces are judged; of body lines the places too. */
static bool is_text(const struct line *line) {
    return line->kind == LINE_BODY || line->kind == LINE_QUOTE || line->kind == LINE_LEAD;
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The mean of the window of this width that holds most values (of equals the last, which is the
 * longer line), and how many. Sorts the values. */
static double mode(double *values, size_t count, double width, size_t *members) {
    size_t best = 0, from = 0, best_from = 0;
    qsort(values, count, sizeof *values, compare_doubles);
    for (size_t to = 0; to < count; to++) {
        while (values[to] - values[from] > width)
            from++;
        if (to - from + 1 >= best) {
            best = to - from + 1;
            best_from = from;
        }
    }
    double sum = 0;
    for (size_t i = 0; i < best; i++)
        sum += values[best_from + i];
    *members = best;
    return best ? sum / (double)best : 0;
}

static bool size_is(double size, double other) {
    return fabs(size - other) < 0.03 * other;
}

struct body_kind {
    uint32_t font;
    double size;
    size_t count;
};

static enum block_kind glyph_kind(const struct book *book, const struct glyph *glyph) {
    return block_kind(&book->trace->structure, glyph->block);
}

/* The face and size that set most glyphs, of paragraphs where the file tells. */
static void find_body(struct book *book) {
    ARRAY(struct body_kind) kinds = {0};
    const struct trace *trace = book->trace;
    size_t last = 0, best = 0;
    for (size_t i = 0; i < trace->glyphs.count; i++) {
        const struct glyph *glyph = &trace->glyphs.at[i];
        if (book->tagged && glyph_kind(book, glyph) != BLOCK_TEXT)
            continue;
        size_t k = last < kinds.count && kinds.at[last].font == glyph->font &&
                           size_is(glyph->size, kinds.at[last].size)
                       ? last
                       : 0;
        while (k < kinds.count &&
               !(kinds.at[k].font == glyph->font && size_is(glyph->size, kinds.at[k].size)))
            k++;
        if (k == kinds.count)
            array_push(&kinds, book->arena, (struct body_kind){glyph->font, glyph->size, 0});
        kinds.at[k].count++;
        last = k;
    }
    for (size_t k = 1; k < kinds.count; k++)
        if (kinds.at[k].count > kinds.at[best].count)
            best = k;
    book->font = kinds.at[best].font;
    book->size = kinds.at[best].size;
}

/* Names of bold fonts: PTSerif-Bold, NotoSansBd, LMRoman10-Bold, SFBX1000, CMBX10. */
static bool font_is_bold(struct str name) {
    return str_find(name, STR("Bold")) != SIZE_MAX || str_find(name, STR("Black")) != SIZE_MAX ||
           str_find(name, STR("Bd")) != SIZE_MAX || str_find(name, STR("BX")) != SIZE_MAX;
}

static int compare_baselines(const void *a, const void *b) {
    const struct glyph *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return (x->y > y->y) - (x->y < y->y);
}

static int compare_places(const void *a, const void *b) {
    const struct glyph *x = a, *y = b;
    if (fabs(x->x - y->x) > 0)
        return x->x < y->x ? -1 : 1;
    return code_is_space(y->code) - code_is_space(x->code);
}

/* Most glyphs in the body's size and, asked for columns, face; bold or larger is a heading. */
static enum line_kind line_kind(const struct book *book, const struct glyph *glyphs, size_t count) {
    size_t face = 0, size = 0, bold = 0, larger = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        if (code_is_space(glyphs[i].code))
            continue;
        bool same = size_is(glyphs[i].size, book->size);
        all++;
        face += same && glyphs[i].font == book->font;
        size += same;
        bold += same && font_is_bold(book->trace->fonts.at[glyphs[i].font].name);
        larger += glyphs[i].size > 1.03 * book->size;
    }
    bool body_bold = font_is_bold(book->trace->fonts.at[book->font].name);
    if (larger * 2 > all || (!body_bold && bold == all))
        return LINE_HEADING;
    return (book->options->column ? face : size) * 2 > all ? LINE_BODY : LINE_OTHER;
}

/* A paragraph smaller than the text belongs to the side of the page, or is a kicker. */
static enum line_kind tagged_kind(const struct book *book, const struct glyph *glyphs,
                                  size_t count) {
    double size = 0;
    for (size_t i = 0; i < count; i++)
        size = fmax(size, (double)glyphs[i].size);
    switch (glyph_kind(book, glyphs)) {
    case BLOCK_HEADING:
        return LINE_HEADING;
    case BLOCK_QUOTE:
        return size_is(size, book->size) ? LINE_QUOTE : LINE_OTHER;
    case BLOCK_TEXT:
        return size_is(size, book->size) ? LINE_BODY : size > book->size ? LINE_LEAD : LINE_OTHER;
    case BLOCK_INSET:
        return LINE_INSET;
    case BLOCK_UNTAGGED:
    case BLOCK_OTHER:
        break;
    }
    return LINE_OTHER;
}

/* What has text of the body's size stands in a column of it with all of its line, as the labels of
 * facts do; the side of the page has none. */
static void find_bodied(struct book *book) {
    const struct trace *trace = book->trace;
    book->bodied = arena_make(book->arena, bool, trace->structure.elements.count + 1);
    for (size_t i = 0; i < trace->glyphs.count; i++)
        if (trace->glyphs.at[i].block < trace->structure.elements.count &&
            size_is(trace->glyphs.at[i].size, book->size))
            book->bodied[trace->glyphs.at[i].block] = true;
}

static bool covers(const struct book *book, const struct glyph *glyph) {
    return book->tagged && glyph->block < book->trace->structure.elements.count
               ? book->bodied[glyph->block]
               : size_is(glyph->size, book->size);
}

static bool sets_spaces(const struct book *book, const struct glyph *glyph) {
    return book->trace->fonts.at[glyph->font].space > 0;
}

/* The text between two places on one baseline, without the spaces at its ends. */
static void add_line(struct book *book, const struct glyph *glyphs, size_t count, uint32_t column,
                     uint32_t columns) {
    while (count && code_is_space(glyphs->code))
        glyphs++, count--;
    while (count && code_is_space(glyphs[count - 1].code))
        count--;
    if (!count)
        return;
    struct line line = {.glyphs = glyphs,
                        .count = count,
                        .page = glyphs->page,
                        .column = column,
                        .columns = columns,
                        .y = glyphs->y,
                        .left = glyphs->x,
                        .right = glyphs[count - 1].end};
    line.kind = book->tagged ? tagged_kind(book, glyphs, count) : line_kind(book, glyphs, count);
    line.block = glyphs->block;
    for (size_t i = 0; i < count && !line.space_glyphs; i++)
        line.space_glyphs = sets_spaces(book, &glyphs[i]);
    array_push(&book->lines, book->arena, line);
}

/* White without a space glyph is a new place, as after a label in another size or before a thumb
 * mark, where the font does have spaces. Where there are tags, these tell. */
static bool is_jump(const struct book *book, const struct glyph *before,
                    const struct glyph *after) {
    double white = after->x - before->end;
    if (book->tagged)
        return before->block != after->block;
    return sets_spaces(book, before) && !code_is_space(before->code) &&
           !code_is_space(after->code) &&
           (white > 2 * book->size ||
            (white > 0.25 * book->size && !size_is(before->size, after->size)));
}

static void add_lines(struct book *book, const struct glyph *glyphs, size_t count, uint32_t column,
                      uint32_t columns) {
    size_t from = 0;
    for (size_t i = 1; i < count; i++) {
        if (!is_jump(book, &glyphs[i - 1], &glyphs[i]))
            continue;
        add_line(book, glyphs + from, i - from, column, columns);
        from = i;
    }
    add_line(book, glyphs + from, count - from, column, columns);
}

enum { PAGE_WIDTH = 3000, NARROWEST_COLUMN = 90, NARROWEST_GUTTER = 5 };

static size_t bin(double x) {
    return x < 0 ? 0 : x > PAGE_WIDTH - 1 ? PAGE_WIDTH - 1 : (size_t)x;
}

struct gutters {
    double at[16]; /* their middles */
    uint32_t count;
};

/* Counts for each point of the width the baselines that have text of the body there. */
static void cover(const struct book *book, const struct glyph *glyphs, size_t count, int *bins) {
    double to = -1;
    for (size_t i = 0; i < count; i++) {
        const struct glyph *glyph = &glyphs[i];
        if (code_is_space(glyph->code) || !covers(book, glyph))
            continue;
        bool joined = to >= 0 && glyph->x - to < book->size;
        bins[bin(joined ? to : glyph->x)]++;
        bins[bin(glyph->end)]--;
        to = glyph->end;
    }
}

/* A gutter is white from top to foot; few lines (headings) may cross it. */
static struct gutters find_gutters(const int *bins) {
    struct gutters gutters = {0};
    int height = 0, most = 0;
    size_t start = SIZE_MAX, white = 0, last = 0;
    for (size_t i = 0; i < PAGE_WIDTH; i++) {
        height += bins[i];
        most = height > most ? height : most;
        last = height ? i : last;
    }
    height = 0;
    for (size_t i = 0; i <= last; i++) {
        height += bins[i];
        if (height * 25 <= most) {
            white++;
            continue;
        }
        if (start == SIZE_MAX) {
            start = i;
        } else if (white >= NARROWEST_GUTTER && i - white - start >= NARROWEST_COLUMN &&
                   last - i >= NARROWEST_COLUMN && gutters.count < 16) {
            gutters.at[gutters.count++] = (double)i - (double)white / 2;
            start = i;
        }
        white = 0;
    }
    return gutters;
}

/* Cuts a baseline at the gutters, unless a word or word space lies across. */
static void cut_baseline(struct book *book, const struct glyph *glyphs, size_t count,
                         const struct gutters *gutters) {
    size_t from = 0;
    uint32_t column = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < gutters->count && glyphs[i].x > gutters->at[at])
            at++;
        if (i == from) {
            column = at;
        } else if (at != column && !code_is_space(glyphs[i].code)) {
            size_t before = i - 1;
            while (before > from && code_is_space(glyphs[before].code))
                before--;
            if (glyphs[i].x - glyphs[before].end >= NARROWEST_GUTTER) {
                add_lines(book, glyphs + from, i - from, column, gutters->count + 1);
                from = i;
                column = at;
            }
        }
    }
    add_lines(book, glyphs + from, count - from, column, gutters->count + 1);
}

/* Glyphs within a third of a point of height are on one baseline and get the same y. */
static size_t snap_baseline(struct glyph *glyphs, size_t from, size_t count) {
    size_t to = from;
    for (; to < count && glyphs[to].y - glyphs[from].y < 0.33; to++)
        glyphs[to].y = glyphs[from].y;
    return to;
}

static void find_page_lines(struct book *book, struct glyph *glyphs, size_t count) {
    int bins[PAGE_WIDTH] = {0};
    for (size_t from = 0, to; from < count; from = to) {
        to = snap_baseline(glyphs, from, count);
        qsort(glyphs + from, to - from, sizeof *glyphs, compare_places);
        cover(book, glyphs + from, to - from, bins);
    }
    struct gutters gutters = find_gutters(bins);
    for (size_t from = 0, to; from < count; from = to) {
        double y = glyphs[from].y;
        for (to = from; to < count && glyphs[to].y <= y; to++)
            ;
        cut_baseline(book, glyphs + from, to - from, &gutters);
    }
}

static int compare_lines(const void *a, const void *b) {
    const struct line *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    if (fabs(x->y - y->y) > 0)
        return x->y < y->y ? -1 : 1;
    return (x->left > y->left) - (x->left < y->left);
}

static void find_lines(struct book *book) {
    size_t count = book->trace->glyphs.count;
    struct glyph *glyphs = book->trace->glyphs.at;
    qsort(glyphs, count, sizeof *glyphs, compare_baselines);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && glyphs[to].page == glyphs[from].page; to++)
            ;
        find_page_lines(book, glyphs + from, to - from);
    }
    qsort(book->lines.at, book->lines.count, sizeof *book->lines.at, compare_lines);
}

/* Columns of the same place on pages of the same side share their edges; text of a measure or size
 * of its own has others. */
static uint64_t column_key(const struct book *book, const struct line *line) {
    uint64_t kind = line->kind == LINE_QUOTE || line->kind == LINE_LEAD ? line->kind : 0;
    uint64_t size = book->tagged ? (uint64_t)(10 * line->glyphs->size) : 0;
    return (line->page & 1) | line->column << 1 | line->columns << 8 | kind << 16 | size << 24;
}

/* Letters and figures stand at the edge; points, hyphens and quotation marks may hang over it. */
static bool ends_in_letter(const struct line *line) {
    uint32_t code = line->glyphs[line->count - 1].code;
    return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
           (code >= 'a' && code <= 'z') || (code >= 0xC0 && !(code >= 0x2000 && code < 0x2070));
}

/* Hanging punctuation and all. */
static bool reaches_edge(const struct book *book, const struct line *line, double edge) {
    double over = line->right - edge;
    return over > -0.15 * book->size && over < 0.8 * book->size;
}

/* Whether the line tells where lines of such a place begin and end; the last one of a paragraph
 * does not, where paragraphs are known. */
static bool has_edges(const struct book *book, const struct line *line, uint64_t key) {
    return (line->kind == LINE_BODY || (book->tagged && is_text(line))) &&
           column_key(book, line) == key && !(book->tagged && line->ends);
}

/* Edges are where most lines start and end; fewer than a quarter (three, when no last lines are
 * counted) or than three lines ending together is ragged. */
static void find_edges(struct book *book, uint64_t key) {
    size_t count = 0, letters = 0, members, quarters = book->tagged ? 3 : 1;
    struct arena_mark mark = arena_mark(book->arena);
    double *left = arena_make(book->arena, double, book->lines.count);
    double *right = arena_make(book->arena, double, book->lines.count);
    for (size_t i = 0; i < book->lines.count; i++) {
        const struct line *line = &book->lines.at[i];
        if (!has_edges(book, line, key))
            continue;
        left[count++] = line->left;
        if (ends_in_letter(line))
            right[letters++] = line->right;
    }
    double left_edge = mode(left, count, 0.3, &members);
    double right_edge = mode(right, letters, 0.1 * book->size, &members);
    arena_rewind(book->arena, mark);
    size_t reaching = 0;
    for (size_t i = 0; i < book->lines.count; i++)
        reaching += has_edges(book, &book->lines.at[i], key) &&
                    reaches_edge(book, &book->lines.at[i], right_edge);
    if (members * 4 < letters * quarters || reaching < 3)
        right_edge = 0;
    for (size_t i = 0; i < book->lines.count; i++) {
        struct line *line = &book->lines.at[i];
        if (column_key(book, line) == key) {
            line->left_edge = left_edge;
            line->right_edge = right_edge;
        }
    }
}

static void find_all_edges(struct book *book) {
    ARRAY(uint64_t) keys = {0};
    for (size_t i = 0; i < book->lines.count; i++) {
        uint64_t key = column_key(book, &book->lines.at[i]);
        size_t k = 0;
        while (k < keys.count && keys.at[k] != key)
            k++;
        if (k == keys.count)
            array_push(&keys, book->arena, key);
    }
    for (size_t k = 0; k < keys.count; k++)
        find_edges(book, keys.at[k]);
}

#endif
