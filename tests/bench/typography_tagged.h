/* Pages of a tagged file with known faults, and with what only looks like one. */
#ifndef BENCH_TYPOGRAPHY_TAGGED_H
#define BENCH_TYPOGRAPHY_TAGGED_H

#include "typography_test.h"

static const struct {
    uint32_t number, parent;
    const char *role;
} tagged_elements[] = {
    {1, 0, "Document"}, {2, 1, "Sect"},   {10, 2, "H1"},   {11, 2, "P"},     {12, 2, "BlockQuote"},
    {13, 12, "P"},      {14, 2, "P"},     {15, 2, "P"},    {16, 2, "H1"},    {17, 2, "P"},
    {18, 17, "Link"},   {20, 2, "Note"},  {21, 20, "P"},   {30, 2, "Table"}, {31, 30, "TR"},
    {32, 31, "TD"},     {33, 31, "TD"},   {40, 1, "Sect"}, {41, 40, "H2"},   {43, 40, "H3"},
    {44, 40, "P"},      {46, 40, "Sect"}, {45, 46, "P"},   {47, 40, "H3"},   {48, 40, "P"},
    {50, 2, "P"},       {49, 40, "H3"},   {51, 40, "P"},   {53, 40, "H3"},   {54, 40, "P"},
};

/* Columns and grid as in test_lines; 0 is an artifact. */
static const struct tagged_line {
    uint32_t element;
    int size;
    struct set_line set;
} tagged_lines[] = {
    {0, 10, {1, 50, 30, 2.5, "T-Regular", "Running|head", 1, 0}},
    {10, 10, {1, 50, 60, 2.5, "T-Bold", "Head", 1, 0}},
    {11, 10, {1, 50, 72, 0, "T-Italic", "aaaa|bbbb|cccc|dd|dd", 1, 0}}, /* no heading */
    {11, 6, {1, 120, 80, 2.5, "T-Regular", "1", 1, 0}},                 /* a call */
    {11, 10, {1, 50, 84, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0}},
    {11, 10, {1, 50, 96, 2.5, "T-Regular", "aaaa|bbbb.", 1, 0}},
    {13, 10, {1, 60, 114, 2.5, "T-Regular", "aaaa|bbbb|cccc", 1, 0}}, /* off the grid by right */
    {13, 10, {1, 60, 126, 2.5, "T-Regular", "aaaa|bbbb.", 1, 0}},
    {14, 10, {1, 50, 144, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0}}, /* an orphan */
    {14, 10, {1, 180, 60, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0}},
    {14, 10, {1, 180, 72, 2.5, "T-Regular", "aaaa|bbbb.", 1, 0}},
    {15, 10, {1, 180, 84, 2.5, "T-Regular", "aaaa|bbbb|cccc", 1, 0}},     /* misses the edge */
    {15, 10, {1, 180, 97, 0, "T-Regular", "aaaa|bbbb|cccc|dd|dd", 1, 0}}, /* off the grid */
    {15, 10, {1, 180, 108, 2.5, "T-Regular", "aaaa|bbbb.", 1, 0}},
    {32, 8, {1, 180, 121, 2.5, "T-Regular", "aa", 1, 0}}, /* one row of a table */
    {33, 8, {1, 230, 121, 2.5, "T-Regular", "bb", 1, 0}},
    {16, 10, {1, 180, 132, 2.5, "T-Bold", "Foot", 1, 0}},                /* has one line only */
    {17, 10, {1, 180, 144, 5, "T-Regular", "aaaa|bbbb|cccc|dd|", 1, 0}}, /* an orphan too, */
    {18, 10, {1, 270, 144, 2.5, "T-Regular", "dd", 1, 0}},               /* with a link */
    {21, 10, {1, 50, 156, 2.5, "T-Regular", "1|aaaa.", 1, 0}},           /* a footnote */
    {50, 7, {1, 310, 66, 2.5, "T-Regular", "side", 1, 0}},
    {17, 10, {2, 50, 60, 5, "T-Regular", "aaaa|bbbb|cccc|ddd.", 1, 0}}, /* the widow of it */
    {41, 10, {2, 50, 84, 2.5, "T-Bold", "Country", 1, 0}},
    {43, 10, {2, 50, 96, 2.5, "T-Bold", "Mission", 1, 0}},
    {44, 6, {2, 50, 108, 2.5, "T-Bold", "Tel.", 1, 0}},
    {44, 10, {2, 75, 108, 2.5, "T-Regular", "1234|5678", 1, 0}},
    {44, 10, {2, 75, 120, 2.5, "T-Regular", "1234|9012", 1, 0}},
    {45, 10, {2, 180, 60, 2.5, "T-Regular", "Fax|1234|4321", 1, 0}}, /* torn from its entry */
    {47, 10, {2, 180, 72, 2.5, "T-Bold", "Mission", 1, 0}},
    {48, 10, {2, 180, 84, 25, "T-Regular", "Fax|1234|4321", 1, 0}},
    {49, 10, {3, 50, 60, 2.5, "T-Bold", "Mission", 1, 0}}, /* the last page */
    {51, 10, {3, 65, 72, 14, "T-Regular", "Fax|1234|4321", 1, 0}},
    {51, 10, {3, 65, 84, 14, "T-Regular", "1234|4321", 1, 0}},
    {53, 10, {3, 180, 60, 2.5, "T-Bold", "Mission", 1, 0}},
    {54, 10, {3, 180, 72, 25, "T-Regular", "Fax|1234|4321", 1, 0}},
};

static const struct known tagged_figures[] = {
    {BODY_LINES, 18},  {JUSTIFIED_LINES, 6}, {SPACE_MEAN, 2},
    {LINES_ASTRAY, 1}, {PARAGRAPHS, 10},     {SHORT_LASTS, 0},
    {WIDOWS, 1},       {ORPHANS, 2},         {STRANDED, 1},
    {TORN, 1},         {GRID, 12},           {GRID_SHARE, 1700.0 / 18},
    {BOTTOM_MEAN, 36}, {BOTTOM_MOST, 36},    {BOTTOM_LINES, 3},
    {HYPHENS, 0},      {BOTTOM_END, 1},
};

/* As `mutool show FILE grep` does. */
static void print_structure(FILE *out) {
    size_t elements = sizeof tagged_elements / sizeof *tagged_elements;
    size_t lines = sizeof tagged_lines / sizeof *tagged_lines;
    for (size_t i = 0; i < elements; i++)
        fprintf(out, "%u 0 obj <</K[0]/P %u 0 R/Pg 99 0 R/S/%s>>\n", tagged_elements[i].number,
                tagged_elements[i].parent, tagged_elements[i].role);
    fprintf(out, "98 0 obj <</Nums[0<</S/D>>]>>\n97 0 obj <</Nums[");
    for (size_t i = 0; i < lines; i++) {
        const struct tagged_line *line = &tagged_lines[i];
        bool turns = !i || line->set.page != line[-1].set.page;
        if (turns)
            fprintf(out, "%s%d[", i ? "]" : "", line->set.page - 1);
        if (line->element && (turns || line->element != line[-1].element))
            fprintf(out, "%u 0 R ", line->element);
    }
    fprintf(out, "]3 18 0 R]>>\n");
}

/* Glyphs of two bytes, some of them escaped. */
static void print_content(FILE *out) {
    int mcid = 0;
    for (size_t i = 0; i < sizeof tagged_lines / sizeof *tagged_lines; i++) {
        const struct tagged_line *line = &tagged_lines[i];
        bool turns = !i || line->set.page != line[-1].set.page;
        if (turns || line->element != line[-1].element) {
            fprintf(out, "%s", i ? "EMC\n" : "");
            mcid = turns ? 0 : mcid;
            if (line->element)
                fprintf(out, "/P<</MCID %d>>BDC\n", mcid++);
            else
                fprintf(out, "/Artifact<</Type/Layout>>BDC\n");
        }
        fprintf(out, "/Span<</ActualText(\\()>>BDC [(");
        for (const char *at = line->set.text; *at; at++)
            fprintf(out, "%s", *at == '|' ? "\\000\\)" : "()");
        fprintf(out, ")-60()]TJ EMC\n");
    }
    fprintf(out, "EMC\n");
}

static void print_tagged(FILE *out) {
    for (size_t i = 0; i < sizeof tagged_lines / sizeof *tagged_lines; i++) {
        const struct tagged_line *line = &tagged_lines[i];
        if (!i || line->set.page != line[-1].set.page)
            fprintf(out, "<page number=\"%d\" mediabox=\"0 0 400 400\">\n", line->set.page);
        print_test_line(out, &line->set, line->size, true);
    }
}

static int test_tagged(void) {
    struct trace trace = {.arena = arena_new()};
    struct options options = {.entries = true};
    FILE *structure = tmpfile(), *content = tmpfile(), *drawn = tmpfile();
    if (!structure || !content || !drawn)
        return check_figure("temporary file", 0, 1);
    print_structure(structure);
    print_content(content);
    print_tagged(drawn);
    rewind(structure);
    rewind(content);
    rewind(drawn);
    trace_structure(&trace, structure);
    trace_marks(&trace, content);
    trace_read(&trace, drawn);
    fclose(structure);
    fclose(content);
    fclose(drawn);
    struct figures figures = measure(&trace, &options);
    int faults =
        check_figures(&figures, tagged_figures, sizeof tagged_figures / sizeof *tagged_figures);
    arena_free(trace.arena);
    return faults;
}

/* Files with space glyphs, with white alone as TeX writes it, and with tags. */
static int self_test(void) {
    double values[20];
    for (int i = 0; i < 20; i++)
        values[i] = i + 1;
    int faults = check_figure("percentile", percentile95(values, 20), 19);
    faults += test_trace(true) + test_trace(false) + test_dump_reader() + test_tagged();
    printf("typography: %d of its figures wrong\n", faults);
    return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
