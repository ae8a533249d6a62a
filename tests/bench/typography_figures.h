/* What a book designer counts: white, hyphens, torn paragraphs, grid, column bottoms, scaling. */
#ifndef BENCH_TYPOGRAPHY_FIGURES_H
#define BENCH_TYPOGRAPHY_FIGURES_H

#include "typography_paragraphs.h"
#include <inttypes.h>

enum row {
    BODY_LINES,
    JUSTIFIED_LINES,
    SPACE_MEAN,
    SPACE_DEVIATION,
    SPACE_95,
    SPACE_MOST,
    SPACE_LEAST,
    LINES_UNDER,
    LINES_OVER,
    LINES_FAR_OVER,
    LINES_ASTRAY,
    HYPHENS,
    HYPHEN_SHARE,
    HYPHEN_RUNS,
    HYPHENS_AT_COLUMN,
    HYPHENS_AT_PAGE,
    PARAGRAPHS,
    SHORT_LASTS,
    WIDOWS,
    ORPHANS,
    STRANDED,
    TORN,
    GRID,
    GRID_FIRST,
    GRID_SHARE,
    BOTTOM_MEAN,
    BOTTOM_MOST,
    BOTTOM_LINES,
    BOTTOM_END,
    SCALE_LEAST,
    SCALE_MOST,
    TRACKING_LEAST,
    TRACKING_MOST,
    DEMERITS,
    OVERFULL,
    ROW_COUNT
};

static const char *const row_names[ROW_COUNT] = {
    [BODY_LINES] = "body lines",
    [JUSTIFIED_LINES] = "justified lines",
    [SPACE_MEAN] = "word space by the font's: mean",
    [SPACE_DEVIATION] = "  standard deviation",
    [SPACE_95] = "  95th percentile",
    [SPACE_MOST] = "  maximum",
    [SPACE_LEAST] = "  minimum",
    [LINES_UNDER] = "lines under 0.8",
    [LINES_OVER] = "lines over 1.5",
    [LINES_FAR_OVER] = "lines over 1.6",
    [LINES_ASTRAY] = "lines that miss the edge",
    [HYPHENS] = "hyphens set",
    [HYPHEN_SHARE] = "  per 100 justified lines",
    [HYPHEN_RUNS] = "  runs of two and more",
    [HYPHENS_AT_COLUMN] = "  at a column end",
    [HYPHENS_AT_PAGE] = "  at a page end",
    [PARAGRAPHS] = "paragraphs",
    [SHORT_LASTS] = "last lines under 2 em",
    [WIDOWS] = "widows",
    [ORPHANS] = "orphans",
    [STRANDED] = "stranded headings",
    [TORN] = "torn entries",
    [GRID] = "grid, pt",
    [GRID_FIRST] = "  its first baseline, pt",
    [GRID_SHARE] = "  baselines on it, %",
    [BOTTOM_MEAN] = "column bottoms: mean apart, pt",
    [BOTTOM_MOST] = "  at most, pt",
    [BOTTOM_LINES] = "  at most, lines of the grid",
    [BOTTOM_END] = "  on the last page of entries",
    [SCALE_LEAST] = "glyph scaling: least, %",
    [SCALE_MOST] = "  most, %",
    [TRACKING_LEAST] = "tracking: least, % of em",
    [TRACKING_MOST] = "  most, % of em",
    [DEMERITS] = "demerits a line",
    [OVERFULL] = "overfull lines",
};

/* NAN: cannot be told, or was not asked for. */
struct figures {
    double at[ROW_COUNT];
};

static struct figures figures_none(void) {
    struct figures figures;
    for (size_t i = 0; i < ROW_COUNT; i++)
        figures.at[i] = NAN;
    return figures;
}

/* The font's own space, or what --space says of fonts that set none; 0 when not known. */
static double own_space(const struct book *book, const struct glyph *glyph) {
    double space = book->trace->fonts.at[glyph->font].space;
    return (space > 0 ? space : book->options->space) * (double)glyph->size;
}

/* White wide enough for a word space, for lines without space glyphs. */
static bool is_white(const struct book *book, const struct glyph *before,
                     const struct glyph *after) {
    return after->x - before->end > 0.4 * own_space(book, before);
}

/* Sums the white between words. Lines set without space glyphs (TeX) show it by its width. */
static void measure_spaces(const struct book *book, struct line *line) {
    const struct glyph *before = line->glyphs;
    bool space = false;
    for (size_t i = 1; i < line->count; i++) {
        const struct glyph *glyph = &line->glyphs[i];
        if (code_is_space(glyph->code)) {
            space = true;
            continue;
        }
        double white = glyph->x - before->end, own = own_space(book, before);
        if (own > 0 && (line->space_glyphs ? space : is_white(book, before, glyph))) {
            line->spaces += white;
            line->own += own;
            line->space_count++;
        }
        before = glyph;
        space = false;
    }
}

/* Hebrew and Arabic: indents and short last lines are at the other edge, and are not judged. */
static bool is_right_to_left(const struct line *line) {
    size_t count = 0;
    for (size_t i = 0; i < line->count; i++) {
        uint32_t code = line->glyphs[i].code;
        count += (code >= 0x590 && code < 0x900) || (code >= 0xFB1D && code < 0xFE00) ||
                 (code >= 0xFE70 && code < 0xFEFF);
    }
    return count * 2 > line->count;
}

/* Too wide, or flush left and too short; quotations may have a measure of their own. */
static bool misses_edge(const struct book *book, const struct line *line) {
    return !reaches_edge(book, line, line->right_edge) &&
           (indent(line) < 0.6 * book->size || line->right > line->right_edge);
}

static double deviation(const double *values, size_t count, double mean) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return count ? sqrt(sum / (double)count) : NAN;
}

static double average(const double *values, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return count ? sum / (double)count : NAN;
}

/* The smallest value that 95 % do not exceed. Sorted values. */
static double percentile95(const double *values, size_t count) {
    return count ? values[(size_t)ceil(0.95 * (double)count) - 1] : NAN;
}

static void space_figures(struct book *book, double *figures) {
    double *ratios = arena_make(book->arena, double, book->flow.count + 1);
    size_t count = 0, justified = 0, body = 0, astray = 0, under = 0, over = 0, far = 0;
    for (size_t i = 0; i < book->flow.count; i++) {
        struct line *line = book->flow.at[i];
        if (!is_text(line))
            continue;
        body += line->kind == LINE_BODY;
        measure_spaces(book, line);
        if (!(line->right_edge > 0) || is_right_to_left(line) ||
            (line->ends && line->right <= line->right_edge + book->size))
            continue;
        line->justified = reaches_edge(book, line, line->right_edge);
        line->astray = misses_edge(book, line);
        justified += line->justified;
        astray += line->astray;
        if (!line->justified || !line->space_count)
            continue;
        double ratio = line->spaces / line->own;
        ratios[count++] = ratio;
        under += ratio < 0.8;
        over += ratio > 1.5;
        far += ratio > 1.6;
    }
    qsort(ratios, count, sizeof *ratios, compare_doubles);
    figures[BODY_LINES] = (double)body;
    figures[JUSTIFIED_LINES] = (double)justified;
    figures[LINES_ASTRAY] = (double)astray;
    figures[SPACE_MEAN] = average(ratios, count);
    figures[SPACE_DEVIATION] = deviation(ratios, count, figures[SPACE_MEAN]);
    figures[SPACE_95] = percentile95(ratios, count);
    figures[SPACE_MOST] = count ? ratios[count - 1] : NAN;
    figures[SPACE_LEAST] = count ? ratios[0] : NAN;
    figures[LINES_UNDER] = count ? (double)under : NAN;
    figures[LINES_OVER] = count ? (double)over : NAN;
    figures[LINES_FAR_OVER] = count ? (double)far : NAN;
}

static bool is_hyphen(uint32_t code) {
    return code == '-' || code == 0xAD || code == 0x2010;
}

static bool is_word_part(uint32_t code) {
    return !code_is_space(code) && !(code < 'A' && code != '-' && !(code >= '0' && code <= '9')) &&
           !(code >= 0x2012 && code <= 0x2015) && code != 0xAB && code != 0xBB &&
           !(code >= 0x2018 && code <= 0x201F);
}

/* Whether glyph `at` belongs to a word, with no white before glyph `after`. */
static bool goes_on(const struct book *book, const struct line *line, size_t after, size_t at) {
    const struct glyph *glyphs = line->glyphs;
    bool white = !line->space_glyphs && after && after < line->count &&
                 is_white(book, &glyphs[after - 1], &glyphs[after]);
    return is_word_part(glyphs[at].code) && !white;
}

/* Whether the source has the hyphen: "well-" and "known" of two lines as "well-known". */
static bool hyphen_of_text(const struct book *book, const struct line *line,
                           const struct line *next) {
    struct buffer word = {0};
    size_t from = line->count, to = 0;
    while (from && goes_on(book, line, from, from - 1))
        from--;
    while (to < next->count && goes_on(book, next, to, to))
        to++;
    char bytes[4];
    for (size_t i = from; i < line->count; i++) {
        uint32_t code = is_hyphen(line->glyphs[i].code) ? '-' : line->glyphs[i].code;
        buffer_bytes(&word, bytes, utf8_write(bytes, code));
    }
    for (size_t i = 0; i < to; i++)
        buffer_bytes(&word, bytes, utf8_write(bytes, next->glyphs[i].code));
    bool found = str_find(book->options->text, buffer_view(&word)) != SIZE_MAX;
    buffer_free(&word);
    return found;
}

/* Files that write the hyphens they set as U+00AD say so themselves. */
static bool says_hyphens(const struct book *book) {
    for (size_t i = 0; i < book->flow.count; i++)
        if (book->flow.at[i]->glyphs[book->flow.at[i]->count - 1].code == 0xAD)
            return true;
    return false;
}

static void hyphen_figures(const struct book *book, double *figures) {
    bool said = says_hyphens(book);
    size_t set = 0, runs = 0, length = 0, at_column = 0, at_page = 0;
    for (size_t i = 0; i + 1 < book->flow.count; i++) {
        const struct line *line = book->flow.at[i], *next = book->flow.at[i + 1];
        uint32_t code = line->glyphs[line->count - 1].code;
        bool ends = is_text(line) && !line->ends && is_hyphen(code) &&
                    (code == 0xAD || !(said || hyphen_of_text(book, line, next)));
        length = !ends ? 0 : line->starts ? 1 : length + 1;
        runs += length == 2;
        set += ends;
        at_column += ends && line->last;
        at_page += ends && next->page != line->page;
    }
    figures[HYPHENS] = (double)set;
    figures[HYPHEN_SHARE] =
        figures[JUSTIFIED_LINES] > 0 ? 100 * (double)set / figures[JUSTIFIED_LINES] : NAN;
    figures[HYPHEN_RUNS] = (double)runs;
    figures[HYPHENS_AT_COLUMN] = (double)at_column;
    figures[HYPHENS_AT_PAGE] = (double)at_page;
}

static bool is_widow(const struct line *line) {
    return is_text(line) && line->first && line->ends && !line->starts;
}

static bool is_orphan(const struct line *line) {
    return is_text(line) && line->last && line->starts && !line->ends;
}

/* "Austria (continued)" at the head of a column. */
static bool is_continued(const struct line *line) {
    return line->kind == LINE_HEADING && line->first && line->glyphs[line->count - 1].code == ')';
}

/* The next line of the flow that is no continued head; NULL at the end. */
static const struct line *next_text(const struct book *book, size_t at) {
    do
        at++;
    while (at < book->flow.count && is_continued(book->flow.at[at]));
    return at < book->flow.count ? book->flow.at[at] : NULL;
}

/* Lines of text (or of a table) in the heading's column before the next heading that is not its
 * own; `after` is the first line behind the column, NULL at the end. */
static size_t lines_below(const struct book *book, size_t at, const struct line **after) {
    const struct line *heading = book->flow.at[at];
    size_t count = 0;
    for (*after = NULL; ++at < book->flow.count;) {
        const struct line *line = book->flow.at[at];
        if (is_continued(line))
            continue;
        if (!same_column(heading, line) || (count && line->kind == LINE_HEADING)) {
            *after = line;
            break;
        }
        count += line->kind != LINE_HEADING;
    }
    return count;
}

/* A heading needs two lines of its text under it, or all of a shorter one. One that is followed by
 * no smaller heading has no text. */
static bool is_stranded(const struct book *book, size_t at) {
    const struct line *heading = book->flow.at[at], *after;
    if (heading->kind != LINE_HEADING || is_continued(heading))
        return false;
    size_t below = lines_below(book, at, &after);
    if (below > 1 || !after || same_column(heading, after))
        return false;
    if (after->kind != LINE_HEADING)
        return true;
    if (below)
        return false;
    return (book->tagged && after->block == heading->block) ||
           after->glyphs->size < 0.97F * heading->glyphs->size;
}

/* A column of entries has to start with one: where tags tell entries, with no part of the one that
 * the column before ends with. */
static bool is_torn(const struct book *book, size_t at) {
    const struct line *line = book->flow.at[at];
    if (!at || !line->first)
        return false;
    if (book->tagged)
        return line->entry && line->entry == book->flow.at[at - 1]->entry;
    if (is_continued(line))
        line = next_text(book, at);
    return line && line->kind == LINE_BODY;
}

/* Less than the indent would take, at the end of a justified paragraph; where lines are ragged any
 * may be short. */
static bool is_scrap(const struct book *book, const struct line *line) {
    return line->right_edge > 0 && line->ends && !line->starts &&
           line->right - line->left < 2 * book->size;
}

static void paragraph_figures(const struct book *book, double *figures) {
    size_t paragraphs = 0, lasts = 0, widows = 0, orphans = 0, stranded = 0, torn = 0;
    for (size_t i = 0; i < book->flow.count; i++) {
        const struct line *line = book->flow.at[i];
        stranded += is_stranded(book, i);
        torn += is_torn(book, i);
        if (!is_text(line))
            continue;
        paragraphs += line->starts;
        lasts += is_scrap(book, line);
        widows += is_widow(line);
        orphans += is_orphan(line);
    }
    figures[PARAGRAPHS] = (double)paragraphs;
    figures[SHORT_LASTS] = (double)lasts;
    figures[WIDOWS] = (double)widows;
    figures[ORPHANS] = (double)orphans;
    figures[STRANDED] = (double)stranded;
    figures[TORN] = book->options->entries ? (double)torn : NAN;
}

/* Where in the grid's step most baselines stand; those near 0 are counted near the step too. */
static double grid_phase(const struct book *book, double grid) {
    double *phases = arena_make(book->arena, double, 2 * book->flow.count);
    size_t count = 0, members;
    for (size_t i = 0; i < book->flow.count; i++) {
        if (book->flow.at[i]->kind != LINE_BODY)
            continue;
        double phase = fmod(book->flow.at[i]->y, grid);
        phases[count++] = phase;
        phases[count++] = phase + grid;
    }
    return fmod(mode(phases, count, 0.1, &members), grid);
}

static void grid_figures(const struct book *book, double *figures) {
    double grid = book->options->grid > 0 ? book->options->grid : book->leading;
    if (!(grid > 0))
        return;
    double first = book->options->grid > 0 && book->options->first > 0 ? book->options->first
                                                                       : grid_phase(book, grid);
    size_t on = 0;
    for (size_t i = 0; i < book->flow.count; i++)
        on += book->flow.at[i]->kind == LINE_BODY &&
              fabs(remainder(book->flow.at[i]->y - first, grid)) <= 0.1;
    figures[GRID] = grid;
    figures[GRID_FIRST] = first;
    figures[GRID_SHARE] = 100 * (double)on / figures[BODY_LINES];
}

/* Lines whose columns end level: of any kind that is no running foot; where tags tell, of the flow
 * alone, and on the pages of entries where the file consists of these. */
static bool has_bottom(const struct book *book, const struct line *line) {
    if (!book->tagged)
        return !line->furniture && line->y <= book->bottom + 0.5 * book->leading;
    if (book->options->entries &&
        (line->page < book->entries_from || line->page > book->entries_to))
        return false;
    return line->kind != LINE_OTHER;
}

/* Where the columns of one page end. */
struct bottoms {
    double high, low, at; /* of the columns so far, of this one */
    size_t columns;
    bool text; /* the column is none of a table alone */
};

static void end_column(struct bottoms *bottoms) {
    if (bottoms->text) {
        bottoms->high = bottoms->columns ? fmin(bottoms->high, bottoms->at) : bottoms->at;
        bottoms->low = bottoms->columns ? fmax(bottoms->low, bottoms->at) : bottoms->at;
        bottoms->columns++;
    }
    bottoms->text = false;
}

/* How far apart the last lines of a page's columns stand. The last page of entries is told by
 * itself: few whole entries divide into level columns only by chance. */
static void bottom_figures(const struct book *book, double *figures) {
    double sum = 0, most = 0;
    size_t pages = 0;
    struct bottoms bottoms = {0};
    const struct line *last = NULL;
    for (size_t i = 0; i <= book->lines.count; i++) {
        const struct line *line = i < book->lines.count ? &book->lines.at[i] : NULL;
        if (line && !has_bottom(book, line))
            continue;
        if (last && (!line || !same_column(last, line)))
            end_column(&bottoms);
        if (last && (!line || last->page != line->page)) {
            if (bottoms.columns > 1 && last->page == book->entries_to) {
                figures[BOTTOM_END] = (bottoms.low - bottoms.high) / book->leading;
            } else if (bottoms.columns > 1) {
                sum += bottoms.low - bottoms.high;
                most = fmax(most, bottoms.low - bottoms.high);
                pages++;
            }
            bottoms = (struct bottoms){0};
        }
        if (line) {
            bottoms.at = line->y;
            bottoms.text |= !book->tagged || line->kind != LINE_INSET;
        }
        last = line;
    }
    figures[BOTTOM_MEAN] = pages ? sum / (double)pages : NAN;
    figures[BOTTOM_MOST] = pages ? most : NAN;
    figures[BOTTOM_LINES] = pages && book->leading > 0 ? most / book->leading : NAN;
}

static void scale_figures(const struct book *book, double *figures) {
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < book->flow.count; i++) {
        const struct line *line = book->flow.at[i];
        for (size_t k = 0; is_text(line) && k < line->count; k++) {
            least = fmin(least, line->glyphs[k].scale);
            most = fmax(most, line->glyphs[k].scale);
        }
    }
    figures[SCALE_LEAST] = most > 0 ? 100 * least : NAN;
    figures[SCALE_MOST] = most > 0 ? 100 * most : NAN;
}

struct pair {
    uint64_t key; /* font and two code points */
    double gap;   /* em */
    struct line *line;
};

static int compare_pairs(const void *a, const void *b) {
    const struct pair *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->gap > y->gap) - (x->gap < y->gap);
}

struct pairs {
    struct pair *at;
    size_t count, capacity;
};

/* From here on letters change their forms and places by what stands beside them. */
enum { SHAPED = 0x590 };

static void add_pairs(const struct book *book, struct line *line, struct pairs *pairs) {
    for (size_t i = 1; i < line->count; i++) {
        const struct glyph *a = &line->glyphs[i - 1], *b = &line->glyphs[i];
        double gap = (b->x - a->end) / ((double)a->size * (double)a->scale);
        if (a->font != b->font || code_is_space(a->code) || code_is_space(b->code) ||
            fabs(gap) > 0.12 || a->ligature || b->ligature || a->code >= SHAPED ||
            b->code >= SHAPED || (!line->space_glyphs && is_white(book, a, b)))
            continue;
        uint64_t key = (uint64_t)a->font << 42 | (uint64_t)a->code << 21 | b->code;
        array_push(pairs, book->arena, (struct pair){key, gap, line});
    }
}

/* Ragged lines and short last ones are set as the font would have it. */
static bool is_natural(const struct book *book, const struct line *line) {
    return !(line->right_edge > 0) || (line->ends && !reaches_edge(book, line, line->right_edge));
}

/* The distance that most of these pairs have in lines that are not justified. NAN when too few of
 * them tell. */
static double usual_gap(const struct book *book, const struct pair *pairs, size_t count) {
    struct arena_mark mark = arena_mark(book->arena);
    double *gaps = arena_make(book->arena, double, count);
    size_t natural = 0, members;
    for (size_t i = 0; i < count; i++)
        if (is_natural(book, pairs[i].line))
            gaps[natural++] = pairs[i].gap;
    double usual = mode(gaps, natural, 0.0004, &members);
    arena_rewind(book->arena, mark);
    return members < 2 ? NAN : usual;
}

/* Tracking is what a line adds to the usual distance (kerning or none) of each pair of letters. */
static void tracking_figures(const struct book *book, double *figures) {
    struct pairs pairs = {0};
    for (size_t i = 0; i < book->flow.count; i++)
        if (is_text(book->flow.at[i]))
            add_pairs(book, book->flow.at[i], &pairs);
    qsort(pairs.at, pairs.count, sizeof *pairs.at, compare_pairs);
    for (size_t from = 0, to; from < pairs.count; from = to) {
        for (to = from; to < pairs.count && pairs.at[to].key == pairs.at[from].key; to++)
            ;
        double usual = usual_gap(book, pairs.at + from, to - from);
        for (size_t i = from; i < to && !isnan(usual); i++) {
            pairs.at[i].line->tracked += pairs.at[i].gap - usual;
            pairs.at[i].line->pairs++;
        }
    }
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < book->flow.count; i++) {
        const struct line *line = book->flow.at[i];
        if (line->pairs < 15 || is_natural(book, line))
            continue;
        least = fmin(least, line->tracked / (double)line->pairs);
        most = fmax(most, line->tracked / (double)line->pairs);
    }
    figures[TRACKING_LEAST] = most >= least ? 100 * least : NAN;
    figures[TRACKING_MOST] = most >= least ? 100 * most : NAN;
}

static void list_text(const struct line *line) {
    char bytes[4];
    for (size_t i = 0; i < line->count; i++) {
        const struct glyph *glyph = &line->glyphs[i];
        if (i && !line->space_glyphs && glyph->x - glyph[-1].end > 0.1 * (double)glyph->size)
            putchar(' ');
        fwrite(bytes, 1, utf8_write(bytes, glyph->code ? glyph->code : 0xFFFD), stdout);
    }
    putchar('\n');
}

/* Each line of the flow: where it stands, its word space by the font's, what was made of it. */
static void list_lines(const struct book *book) {
    for (size_t i = 0; i < book->flow.count; i++) {
        const struct line *line = book->flow.at[i];
        printf("%" PRIu32 ".%" PRIu32 " %8.2f %6.2f ", line->page, line->column + 1, line->y,
               indent(line));
        if (line->space_count)
            printf("%6.3f", line->spaces / line->own);
        else
            printf("     -");
        printf(" %c%c%c%c%c%c ", "-TLQ.H"[line->kind], line -> starts ? 'S' : '.',
               line->ends ? 'E' : '.', line->justified ? 'J' : '.', line->astray ? '!' : '.',
               is_widow(line)                              ? 'w'
               : is_orphan(line)                           ? 'o'
               : is_stranded(book, i)                      ? 's'
               : book->options->entries &&is_torn(book, i) ? 't'
                                                           : '.');
        list_text(line);
    }
}

/* All figures of one traced file. The trace's glyphs are sorted. */
static struct figures measure(struct trace *trace, const struct options *options) {
    struct book book = {.arena = trace->arena, .options = options, .trace = trace};
    struct figures figures = figures_none();
    book.tagged = trace->structure.pages.count > 0;
    find_body(&book);
    find_bodied(&book);
    find_lines(&book);
    find_flow(&book);
    if (!book.tagged)
        find_all_edges(&book);
    find_paragraphs(&book);
    if (book.tagged)
        find_all_edges(&book);
    find_entries(&book);
    space_figures(&book, figures.at);
    hyphen_figures(&book, figures.at);
    paragraph_figures(&book, figures.at);
    grid_figures(&book, figures.at);
    bottom_figures(&book, figures.at);
    scale_figures(&book, figures.at);
    tracking_figures(&book, figures.at);
    if (options->list)
        list_lines(&book);
    return figures;
}

#endif
