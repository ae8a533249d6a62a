/* Measures how well lines and pages are set, from the places of the glyphs in a PDF and, where it
 * is tagged, from its structure. The PDF is read by MuPDF (`mutool trace`), so that nothing of ours
 * vouches for itself; figures of the typesetter's own `--dump lines` can stand beside. */
#include "typography_tagged.h"

static const char usage[] =
    "usage: typography [OPTION]... FILE.pdf [[OPTION]... OTHER.pdf]...\n"
    "Prints figures of the typesetting, a column for each PDF (or trace of mutool).\n"
    "Options hold for the files after them:\n"
    "  --column          lines of the most frequent face and size only\n"
    "  --hanging         paragraphs start flush and run over indented\n"
    "  --space EM        word space of fonts that set no space glyphs (fontdimen 2 of TeX)\n"
    "  --grid PT         baseline grid; without it the most frequent leading (0: as without)\n"
    "  --first PT        its first baseline from the top of the page; without it the most "
    "frequent\n"
    "  --pages FROM-TO   these alone\n"
    "  --entries         columns start with a heading, else an entry is torn\n"
    "  --text FILE       the source: a hyphen that stands in it was not set by the program\n"
    "  --dump FILE       a further column, from what `attache ... --dump lines` printed\n"
    "  --list            each line: page.column, y, word space, H heading, S and E start and end "
    "of\n"
    "                    a paragraph, J justified, ! misses the edge, widow, orphan, stranded, "
    "torn; its text\n"
    "  --limits KIND     wide, narrow, text or directory: exit with 1 when a file after it misses "
    "them\n"
    "  --self-test       measures a page with known figures\n";

struct limit {
    enum row row;
    double least, most;
};

/* What the project asks of itself: of a measure of 480 pt and of columns of 230 pt at 10 pt, of
 * other columns of running text, of directories, whose entries are kept whole, and of all. Tracking
 * is told from the places of pairs of glyphs, to 0.02 % of the em. */
static const struct limit wide_limits[] = {
    {SPACE_DEVIATION, 0, 0.10}, {SPACE_95, 0, 1.25}, {SPACE_MOST, 0, 1.40}, {HYPHEN_SHARE, 0, 0.5}};
static const struct limit narrow_limits[] = {
    {LINES_FAR_OVER, 0, 0}, {HYPHEN_SHARE, 0, 6}, {HYPHEN_RUNS, 0, 0}, {BOTTOM_LINES, 0, 0.01}};
static const struct limit text_limits[] = {{BOTTOM_LINES, 0, 0.01}};
static const struct limit directory_limits[] = {{BOTTOM_MEAN, 0, 6}, {BOTTOM_LINES, 0, 2.01}};
static const struct limit all_limits[] = {{LINES_UNDER, 0, 0},
                                          {LINES_ASTRAY, 0, 0},
                                          {HYPHENS_AT_COLUMN, 0, 0},
                                          {HYPHENS_AT_PAGE, 0, 0},
                                          {SHORT_LASTS, 0, 0},
                                          {WIDOWS, 0, 0},
                                          {ORPHANS, 0, 0},
                                          {STRANDED, 0, 0},
                                          {TORN, 0, 0},
                                          {GRID_SHARE, 99.9999, 100.1},
                                          {SCALE_LEAST, 97.99, 102.01},
                                          {SCALE_MOST, 97.99, 102.01},
                                          {TRACKING_LEAST, -0.52, 0.52},
                                          {TRACKING_MOST, -0.52, 0.52}};

enum { TITLE_WIDTH = 20 };

struct column {
    const char *title;
    struct figures figures;
};

struct report {
    struct arena *arena;
    struct options options;
    const char *limits;
    ARRAY(struct column) columns;
    size_t misses;
};

static void check_limits(struct report *report, const struct column *column,
                         const struct limit *limits, size_t count) {
    for (size_t i = 0; i < count; i++) {
        double value = column->figures.at[limits[i].row];
        bool untold =
            isnan(value) && limits != directory_limits; /* these have columns and entries */
        if (untold || (value >= limits[i].least && value <= limits[i].most))
            continue;
        fprintf(stderr, "%s: %s is %.3f, not %g to %g\n", column->title,
                row_names[limits[i].row] + strspn(row_names[limits[i].row], " "), value,
                limits[i].least, limits[i].most);
        report->misses++;
    }
}

#define CHECK_LIMITS(limits) check_limits(report, column, limits, sizeof(limits) / sizeof *(limits))

static void add_column(struct report *report, const char *title, struct figures figures) {
    struct column *column = array_add(&report->columns, report->arena);
    const char *name = strrchr(title, '/');
    name = name ? name + 1 : title;
    size_t length = strlen(name);
    *column = (struct column){length > TITLE_WIDTH ? name + length - TITLE_WIDTH : name, figures};
    if (!report->limits)
        return;
    CHECK_LIMITS(all_limits);
    if (!strcmp(report->limits, "wide"))
        CHECK_LIMITS(wide_limits);
    else if (!strcmp(report->limits, "narrow"))
        CHECK_LIMITS(narrow_limits);
    else if (!strcmp(report->limits, "text"))
        CHECK_LIMITS(text_limits);
    else
        CHECK_LIMITS(directory_limits);
}

static bool add_pdf(struct report *report, const char *path) {
    struct trace trace = {
        .arena = arena_new(), .from = report->options.from, .to = report->options.to};
    bool fine = trace_open(&trace, path);
    if (fine) {
        struct figures figures = measure(&trace, &report->options);
        if (isnan(figures.at[SPACE_MEAN]))
            fprintf(stderr, "%s: no word space measured; fonts without a space need --space EM\n",
                    path);
        add_column(report, path, figures);
    }
    arena_free(trace.arena);
    return fine;
}

static bool add_dump(struct report *report, const char *path) {
    struct dump dump = {.arena = arena_new()};
    bool fine = dump_open(&dump, path);
    if (fine)
        add_column(report, path, dump_figures(&dump));
    arena_free(dump.arena);
    return fine;
}

static bool read_text(struct report *report, const char *path) {
    FILE *in = fopen(path, "rb");
    if (!in) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    struct buffer bytes = {0};
    char part[4096];
    for (size_t length; (length = fread(part, 1, sizeof part, in));)
        buffer_bytes(&bytes, part, length);
    fclose(in);
    report->options.text = str_copy(report->arena, buffer_view(&bytes));
    buffer_free(&bytes);
    return true;
}

static bool read_length(const char *text, double *value) {
    char *end;
    *value = strtod(text, &end);
    if (end != text && !*end && *value >= 0)
        return true;
    fprintf(stderr, "\"%s\" is not a number\n", text);
    return false;
}

/* "4-12", "4-" or "4". */
static bool read_pages(const char *text, struct options *options) {
    char *end;
    options->from = options->to = (uint32_t)strtoul(text, &end, 10);
    if (end != text && *end == '-')
        options->to = (uint32_t)strtoul(end + 1, &end, 10);
    if (end != text && !*end)
        return true;
    fprintf(stderr, "\"%s\" names no pages\n", text);
    return false;
}

static bool take_value(struct report *report, const char *option, const char *value) {
    if (!strcmp(option, "--space"))
        return read_length(value, &report->options.space);
    if (!strcmp(option, "--grid"))
        return read_length(value, &report->options.grid);
    if (!strcmp(option, "--first"))
        return read_length(value, &report->options.first);
    if (!strcmp(option, "--pages"))
        return read_pages(value, &report->options);
    if (!strcmp(option, "--text"))
        return read_text(report, value);
    if (!strcmp(option, "--dump"))
        return add_dump(report, value);
    bool known = !strcmp(value, "wide") || !strcmp(value, "narrow") || !strcmp(value, "text") ||
                 !strcmp(value, "directory");
    if (!strcmp(option, "--limits") && known) {
        report->limits = value;
        return true;
    }
    fputs(usage, stderr);
    return false;
}

static bool take_arguments(struct report *report, int count, char **arguments) {
    for (int i = 1; i < count; i++) {
        const char *argument = arguments[i];
        bool fine = true;
        if (!strcmp(argument, "--column"))
            report->options.column = true;
        else if (!strcmp(argument, "--list"))
            report->options.list = true;
        else if (!strcmp(argument, "--entries"))
            report->options.entries = true;
        else if (!strcmp(argument, "--hanging"))
            report->options.hanging = true;
        else if (strncmp(argument, "--", 2) != 0)
            fine = add_pdf(report, argument);
        else if (i + 1 < count)
            fine = take_value(report, argument, arguments[++i]);
        else
            fine = !fputs(usage, stderr);
        if (!fine)
            return false;
    }
    return true;
}

static bool is_count(double value) {
    return fabs(value) < 1e12 && floor(value) >= value;
}

/* Rows that no column can tell are left out. */
static void print_table(const struct report *report) {
    printf("%-34s", "");
    for (size_t c = 0; c < report->columns.count; c++)
        printf(" %*s", TITLE_WIDTH, report->columns.at[c].title);
    putchar('\n');
    for (size_t r = 0; r < ROW_COUNT; r++) {
        bool told = false, counts = true;
        for (size_t c = 0; c < report->columns.count; c++) {
            double value = report->columns.at[c].figures.at[r];
            told |= !isnan(value);
            counts &= isnan(value) || is_count(value);
        }
        if (!told)
            continue;
        printf("%-34s", row_names[r]);
        for (size_t c = 0; c < report->columns.count; c++) {
            double value = report->columns.at[c].figures.at[r];
            if (isnan(value))
                printf(" %*s", TITLE_WIDTH, "-");
            else
                printf(" %*.*f", TITLE_WIDTH, counts ? 0 : 3, value);
        }
        putchar('\n');
    }
}

int main(int count, char **arguments) {
    if (count == 2 && !strcmp(arguments[1], "--self-test"))
        return self_test();
    struct report report = {.arena = arena_new()};
    bool fine = take_arguments(&report, count, arguments);
    if (fine && !report.columns.count)
        fputs(usage, stderr);
    else if (fine)
        print_table(&report);
    bool empty = !report.columns.count;
    arena_free(report.arena);
    return !fine || empty ? 2 : report.misses ? EXIT_FAILURE : EXIT_SUCCESS;
}
