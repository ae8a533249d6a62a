/* The same figures out of the typesetter's own mouth: what `attache --dump lines` prints. */
#ifndef BENCH_TYPOGRAPHY_DUMP_H
#define BENCH_TYPOGRAPHY_DUMP_H

#include "typography_figures.h"

struct dumped {
    double measure, space, expansion, tracking, demerits;
    bool first, last, hyphen, overfull; /* first and last of their paragraph */
};

struct dump {
    struct arena *arena;
    ARRAY(struct dumped) lines;
};

static double dump_field(const char *line, const char *name) {
    const char *at = strstr(line, name);
    return at ? strtod(at + strlen(name), NULL) : 0;
}

/* A head "FILE:LINE paragraph of N lines, measure X pt", then N times
 * "  i ratio R expansion E tracking T width W demerits D[ hyphen][ overfull]": R in 1/1000 of the
 * font's space, T in 1/1000 em, D of the paragraph up to there. */
static void dump_read(struct dump *dump, FILE *in) {
    char *line = NULL;
    size_t capacity = 0;
    double measure = 0, count = 0;
    while (getline(&line, &capacity, in) >= 0) {
        if (strstr(line, " paragraph of ")) {
            count = dump_field(line, " paragraph of ");
            measure = dump_field(line, ", measure ");
        } else if (strstr(line, " ratio ")) {
            double index = strtod(line, NULL);
            struct dumped one = {.measure = measure,
                                 .space = 1 + dump_field(line, " ratio ") / 1000,
                                 .expansion = dump_field(line, " expansion ") / 100,
                                 .tracking = dump_field(line, " tracking ") / 10,
                                 .demerits = dump_field(line, " demerits "),
                                 .first = index <= 1,
                                 .last = index >= count,
                                 .hyphen = strstr(line, " hyphen"),
                                 .overfull = strstr(line, " overfull")};
            array_push(&dump->lines, dump->arena, one);
        }
    }
    free(line);
}

/* The measure of most lines: paragraphs set to it are the running text. */
static double dump_measure(const struct dump *dump) {
    double *measures = arena_make(dump->arena, double, dump->lines.count);
    size_t members;
    for (size_t i = 0; i < dump->lines.count; i++)
        measures[i] = dump->lines.at[i].measure;
    return mode(measures, dump->lines.count, 0.01, &members);
}

static void dump_hyphens(const struct dump *dump, double measure, double *figures) {
    size_t hyphens = 0, runs = 0, length = 0;
    for (size_t i = 0; i < dump->lines.count; i++) {
        const struct dumped *line = &dump->lines.at[i];
        if (fabs(line->measure - measure) > 0.01)
            continue;
        length = !line->hyphen ? 0 : line->first ? 1 : length + 1;
        hyphens += line->hyphen;
        runs += length == 2;
    }
    figures[HYPHENS] = (double)hyphens;
    figures[HYPHEN_RUNS] = (double)runs;
    figures[HYPHEN_SHARE] = 100 * (double)hyphens / figures[JUSTIFIED_LINES];
}

static struct figures dump_figures(const struct dump *dump) {
    struct figures figures = figures_none();
    double *at = figures.at, measure = dump_measure(dump), demerits = 0;
    double least = INFINITY, most = 0, closest = INFINITY, widest = -INFINITY;
    double *spaces = arena_make(dump->arena, double, dump->lines.count + 1);
    size_t count = 0, body = 0, overfull = 0, paragraphs = 0, under = 0, over = 0, far = 0;
    for (size_t i = 0; i < dump->lines.count; i++) {
        const struct dumped *line = &dump->lines.at[i];
        if (fabs(line->measure - measure) > 0.01)
            continue;
        body++;
        paragraphs += line->first;
        overfull += line->overfull;
        demerits += line->last ? line->demerits : 0;
        least = fmin(least, line->expansion);
        most = fmax(most, line->expansion);
        closest = fmin(closest, line->tracking);
        widest = fmax(widest, line->tracking);
        if (line->last)
            continue;
        spaces[count++] = line->space;
        under += line->space < 0.8;
        over += line->space > 1.5;
        far += line->space > 1.6;
    }
    qsort(spaces, count, sizeof *spaces, compare_doubles);
    at[BODY_LINES] = (double)body;
    at[JUSTIFIED_LINES] = (double)count;
    at[PARAGRAPHS] = (double)paragraphs;
    at[SPACE_MEAN] = average(spaces, count);
    at[SPACE_DEVIATION] = deviation(spaces, count, at[SPACE_MEAN]);
    at[SPACE_95] = percentile95(spaces, count);
    at[SPACE_MOST] = count ? spaces[count - 1] : NAN;
    at[SPACE_LEAST] = count ? spaces[0] : NAN;
    at[LINES_UNDER] = (double)under;
    at[LINES_OVER] = (double)over;
    at[LINES_FAR_OVER] = (double)far;
    at[SCALE_LEAST] = body ? least : NAN;
    at[SCALE_MOST] = body ? most : NAN;
    at[TRACKING_LEAST] = body ? closest : NAN;
    at[TRACKING_MOST] = body ? widest : NAN;
    at[DEMERITS] = body ? demerits / (double)body : NAN;
    at[OVERFULL] = (double)overfull;
    dump_hyphens(dump, measure, at);
    return figures;
}

static bool dump_open(struct dump *dump, const char *path) {
    FILE *in = fopen(path, "r");
    if (!in) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    dump_read(dump, in);
    fclose(in);
    if (!dump->lines.count)
        fprintf(stderr, "%s: no line of --dump lines found\n", path);
    return dump->lines.count;
}

#endif
