/* A page whose figures are known beforehand, written as mutool would trace it. */
#ifndef BENCH_TYPOGRAPHY_TEST_H
#define BENCH_TYPOGRAPHY_TEST_H

#include "typography_dump.h"

/* Letters are 5 pt wide (half an em of 10 pt), the font's space is 2.5 pt. */
enum { TEST_SIZE = 10 };

struct set_line {
    int page;
    double x, y, space; /* points */
    const char *font, *text;
    double scale, tracking; /* 1 and 0 points */
};

/* Columns 100 pt wide at 50 and 180, a page 300 pt wide; grid of 12 pt. "|" stands for a space,
 * which gets (measure - 5 letters) / spaces where no white is given. */
static const struct set_line test_lines[] = {
    {1, 60, 60, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0},
    {1, 50, 72, 0, "T-Regular", "eeee|ffff|gggg|hhh|hhh", 1, 0},
    {1, 50, 84, 0, "T-Regular", "iiiii|jjjj|kkkk|lll-", 1, 0},     /* twice the space */
    {1, 50, 96, 0, "T-Regular", "mmmmm|nnnnn|oooo|ppp-", 1.02, 0}, /* 2.733 pt */
    {1, 50, 108, 2.5, "T-Regular", "qq.", 1, 0},                   /* under two em */
    {1, 50, 132, 2.5, "T-Bold", "Head", 1, 0},                     /* has one line only */
    {1, 60, 144, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0},    /* an orphan */
    {1, 180, 60, 2.5, "T-Regular", "eee&'", 1, 0},                 /* and its widow */
    {1, 190, 72, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0},
    {1, 180, 84, 0, "T-Regular", "eeee|ffff|gggg|hhhh|hhh", 1, 0}, /* half the space */
    {1, 180, 97, 0, "T-Regular", "eeee|ffff|gggg|hhhh-", 1, 0},    /* off the grid, at the foot */
    {2, 50, 60, 0, "T-Regular", "mmmm|nnnn|oooo|ppp|ppp", 1, 0},
    {2, 50, 72, 2.5, "T-Regular", "rrrr|ssss.", 1, 0},
    {2, 60, 84, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0},
    {2, 50, 96, 0, "T-Regular", "eeee|ffff|gggg|hhh|hh-", 1, 0}, /* a hyphen of the text */
    {2, 50, 108, 2.5, "T-Regular", "iiii|jjjj.", 1, 0},
    {2, 50, 132, 2.5, "T-Bold", "Foot", 1, 0}, /* stranded */
    {2, 180, 60, 2.5, "T-Regular", "pppp|qqqq.", 1, 0},
    {2, 190, 72, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0},
    {2, 180, 84, 0, "T-Regular", "eeee|ffff|gggg|hhh|hhh", 1, 0},
    {2, 180, 96, 0, "T-Regular", "eeee|ffff|gggg|hhh|hhh", 1, 0},
    {2, 180, 108, 2.5, "T-Regular", "iiii|jjjj.", 1, 0},
    {3, 60, 60, 0, "T-Regular", "aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaa|aaaaaaaaaa", 1,
     0},
    {3, 50, 72, 0, "T-Regular", "aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaaa|aaaaaaaaaaa", 1,
     0},
    {3, 50, 84, 0, "T-Regular", "aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaaaa|aaaaaaaaaaa|aaaaaaaaaaa", 1,
     0.05}, /* 1.775 pt and the tracking */
    {3, 50, 96, 2.5, "T-Regular", "aaaa|aaaa.", 1, 0},
};

struct known {
    enum row row;
    double value;
};

static const struct known test_figures[] = {
    {BODY_LINES, 24},     {JUSTIFIED_LINES, 17},  {SPACE_MEAN, 1.0778431},
    {SPACE_MOST, 2},      {SPACE_LEAST, 0.5},     {SPACE_DEVIATION, 0.3620691},
    {LINES_UNDER, 2},     {LINES_OVER, 2},        {LINES_FAR_OVER, 2},
    {LINES_ASTRAY, 0},    {HYPHENS, 3},           {HYPHEN_SHARE, 300.0 / 17},
    {HYPHEN_RUNS, 1},     {HYPHENS_AT_COLUMN, 1}, {HYPHENS_AT_PAGE, 1},
    {PARAGRAPHS, 7},      {SHORT_LASTS, 1},       {WIDOWS, 1},
    {ORPHANS, 1},         {STRANDED, 2},          {TORN, 4},
    {GRID, 12},           {GRID_FIRST, 0},        {GRID_SHARE, 2300.0 / 24},
    {BOTTOM_MEAN, 35.5},  {BOTTOM_MOST, 47},      {BOTTOM_LINES, 47.0 / 12},
    {SCALE_LEAST, 100},   {SCALE_MOST, 102},      {TRACKING_LEAST, 0},
    {TRACKING_MOST, 0.5},
};

static const char test_dump[] =
    "data/a.yaml:3 paragraph of 3 lines, measure 230.000 pt\n"
    "  1 ratio 200 expansion 10200 tracking 4 width 230.000 demerits 40 hyphen\n"
    "  2 ratio -250 expansion 9900 tracking -5 width 230.000 demerits 50 hyphen\n"
    "  3 ratio 0 expansion 10000 tracking 0 width 40.000 demerits 60\n"
    "-:0 paragraph of 1 lines, measure 100.000 pt\n"
    "  1 ratio 900 expansion 10900 tracking 9 width 120.000 demerits 9000 overfull\n";

static const struct known test_dump_figures[] = {
    {BODY_LINES, 3},      {JUSTIFIED_LINES, 2}, {SPACE_MEAN, 0.975}, {SPACE_MOST, 1.2},
    {LINES_UNDER, 1},     {HYPHENS, 2},         {HYPHEN_RUNS, 1},    {SCALE_LEAST, 99},
    {SCALE_MOST, 102},    {DEMERITS, 20},       {OVERFULL, 0},       {TRACKING_LEAST, -0.5},
    {TRACKING_MOST, 0.4}, {PARAGRAPHS, 1},
};

/* The white that brings a line to the right edge; given white is kept. */
static double test_white(const struct set_line *line) {
    size_t letters = 0, spaces = 0;
    for (const char *at = line->text; *at; at++)
        *at == '|' ? spaces++ : letters++;
    if (line->space > 0 || !spaces)
        return line->space;
    double edge = line->page == 3 ? 350 : line->x < 150 ? 150 : 280;
    return (edge - line->x - (double)letters * (5 * line->scale + line->tracking)) / (double)spaces;
}

static void print_test_glyph(FILE *out, char letter, double x, double y) {
    const char *name = letter == '&' ? "&amp;" : letter == '\'' ? "&apos;" : NULL;
    fprintf(out, "        <g unicode=\"");
    name ? fputs(name, out) : fputc(letter, out);
    fprintf(out, "\" glyph=\"%d\" x=\"%g\" y=\"%g\" adv=\"%s\"/>\n", letter, x, 400 - y,
            letter == ' ' ? ".25" : ".5");
}

static void print_test_line(FILE *out, const struct set_line *line, int size, bool space_glyphs) {
    double x = line->x, white = test_white(line);
    fprintf(
        out,
        "<fill_text colorspace=\"DeviceGray\" color=\"0\" ri=\"1\" transform=\"1 0 0 -1 0 400\">\n"
        "    <span font=\"ABCDEF+%s\" wmode=\"0\" bidi=\"0\" trm=\"%g 0 0 %d\">\n",
        line->font, size * line->scale, size);
    for (const char *at = line->text; *at; at++) {
        if (*at == '|') {
            if (space_glyphs)
                print_test_glyph(out, ' ', x, line->y);
            x += white;
        } else {
            print_test_glyph(out, *at, x, line->y);
            x += 5 * line->scale + line->tracking;
        }
    }
    fprintf(out, "    </span>\n</fill_text>\n");
}

static void print_test_trace(FILE *out, bool space_glyphs) {
    int page = 0;
    for (size_t i = 0; i < sizeof test_lines / sizeof *test_lines; i++) {
        if (test_lines[i].page != page)
            fprintf(out, "<page number=\"%d\" mediabox=\"0 0 400 400\">\n",
                    page = test_lines[i].page);
        print_test_line(out, &test_lines[i], TEST_SIZE, space_glyphs);
    }
}

static int check_figure(const char *what, double is, double should) {
    if (fabs(is - should) < 0.001)
        return 0;
    fprintf(stderr, "%s: %g instead of %g\n", what, is, should);
    return 1;
}

static int check_figures(const struct figures *figures, const struct known *known, size_t count) {
    int faults = 0;
    for (size_t i = 0; i < count; i++)
        faults += check_figure(row_names[known[i].row], figures->at[known[i].row], known[i].value);
    return faults;
}

static int test_trace(bool space_glyphs) {
    struct trace trace = {.arena = arena_new()};
    struct options options = {
        .space = space_glyphs ? 0 : 0.25, .entries = true, .text = STR("a hh-iiii of the text")};
    FILE *file = tmpfile();
    if (!file)
        return check_figure("temporary file", 0, 1);
    print_test_trace(file, space_glyphs);
    rewind(file);
    trace_read(&trace, file);
    fclose(file);
    struct figures figures = measure(&trace, &options);
    int faults = check_figures(&figures, test_figures, sizeof test_figures / sizeof *test_figures);
    arena_free(trace.arena);
    return faults;
}

static int test_dump_reader(void) {
    struct dump dump = {.arena = arena_new()};
    FILE *file = tmpfile();
    if (!file)
        return check_figure("temporary file", 0, 1);
    fputs(test_dump, file);
    rewind(file);
    dump_read(&dump, file);
    fclose(file);
    struct figures figures = dump_figures(&dump);
    int faults = check_figures(&figures, test_dump_figures,
                               sizeof test_dump_figures / sizeof *test_dump_figures);
    arena_free(dump.arena);
    return faults;
}

#endif
