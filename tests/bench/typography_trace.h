/* Glyphs of a PDF as MuPDF sees them: the text that `mutool trace` prints, read line by line. */
#ifndef BENCH_TYPOGRAPHY_TRACE_H
#define BENCH_TYPOGRAPHY_TRACE_H

#include "typography_marks.h"
#include <errno.h>
#include <math.h>
#include <sys/wait.h>
#include <unistd.h>

/* Places in points from the top left corner of the page, y downwards. */
struct glyph {
    double x, y, end; /* end: x and the advance, without kerning or added white */
    float size;       /* the height of an em */
    float scale;      /* width of an em by its height */
    uint32_t code, page, font;
    bool ligature;
    uint32_t block; /* the element of its paragraph or heading, 0 in a file without tags */
};

struct font {
    struct str name; /* without the tag of the subset */
    double space;    /* em; 0 until a space of it is seen */
};

struct trace {
    struct arena *arena;
    ARRAY(struct glyph) glyphs;
    ARRAY(struct font) fonts;
    uint32_t page, from, to; /* from and to: pages to keep, 0 for all */
    bool filling;
    double transform[6], matrix[4];
    uint32_t font;
    struct structure structure;
    struct marks marks;
    size_t run, seen; /* the run of marked glyphs that the trace has come to, and how far */
};

/* The value of ` name="..."` in one tag; at is NULL when there is none. */
static struct str attribute(const char *tag, const char *name) {
    size_t length = strlen(name);
    for (const char *at = tag; (at = strstr(at, name)); at += length) {
        if (at[-1] != ' ' || at[length] != '=' || at[length + 1] != '"')
            continue;
        const char *value = at + length + 2, *end = strchr(value, '"');
        return end ? (struct str){value, (size_t)(end - value)} : (struct str){0};
    }
    return (struct str){0};
}

static size_t numbers(struct str text, double *out, size_t count) {
    size_t found = 0;
    const char *at = text.at;
    while (at && found < count) {
        char *end;
        double value = strtod(at, &end);
        if (end == at)
            break;
        out[found++] = value;
        at = end;
    }
    return found;
}

static double number(const char *tag, const char *name) {
    double value = 0;
    numbers(attribute(tag, name), &value, 1);
    return value;
}

/* One code point, or one of the references that mutool writes. */
static uint32_t code_point(struct str text) {
    static const struct {
        const char *name;
        uint32_t code;
    } names[] = {{"&quot;", '"'}, {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&apos;", '\''}};
    if (!text.length)
        return 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(text, str_from(names[i].name)))
            return names[i].code;
    if (str_starts(text, STR("&#x")))
        return (uint32_t)strtoul(text.at + 3, NULL, 16);
    const char *at = text.at;
    return utf8_next(&at, text.at + text.length);
}

static bool code_is_space(uint32_t code) {
    return code == ' ' || code == 0xA0;
}

/* "ABCDEF+Name" without its tag (ISO 32000-1, 9.6.4). */
static struct str plain_name(struct str name) {
    return name.length > 7 && name.at[6] == '+' ? str_part(name, 7, SIZE_MAX) : name;
}

static uint32_t font_index(struct trace *trace, struct str name) {
    for (size_t i = 0; i < trace->fonts.count; i++)
        if (str_equal(trace->fonts.at[i].name, name))
            return (uint32_t)i;
    array_push(&trace->fonts, trace->arena, (struct font){str_copy(trace->arena, name), 0});
    return (uint32_t)(trace->fonts.count - 1);
}

/* Marks above and below letters (Latin, Arabic, Thai) have no place of their own in a line. */
static bool code_is_combining(uint32_t code) {
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x64B && code <= 0x65F) || code == 0x670 ||
           code == 0xE31 || (code >= 0xE34 && code <= 0xE3A) || (code >= 0xE47 && code <= 0xE4E);
}

/* Takes the next glyph's mark: the trace shows glyphs in the order of the content. */
static int32_t next_mark(struct trace *trace) {
    const struct marks *marks = &trace->marks;
    while (trace->run < marks->runs.count && trace->seen == marks->runs.at[trace->run].glyphs) {
        trace->run++;
        trace->seen = 0;
    }
    if (trace->run == marks->runs.count)
        return MARK_NONE;
    trace->seen++;
    return marks->runs.at[trace->run].mark;
}

/* Text that does not stand upright (a watermark, a spine) is no line of a column. */
static void trace_glyph(struct trace *trace, const char *tag) {
    const double *t = trace->transform, *m = trace->matrix;
    if (!attribute(tag, "glyph").length || number(tag, "glyph") < 0) {
        if (trace->glyphs.count) /* a further code point of the glyph before */
            trace->glyphs.at[trace->glyphs.count - 1].ligature = true;
        return;
    }
    int32_t mark = next_mark(trace);
    if (!trace->filling || mark == MARK_ARTIFACT || trace->page < trace->from ||
        (trace->to && trace->page > trace->to))
        return;
    double across = m[0] * t[0] + m[1] * t[2], slope = m[0] * t[1] + m[1] * t[3];
    double height = fabs(m[2] * t[1] + m[3] * t[3]);
    if (across <= 0 || height <= 0 || fabs(slope) > 0.001 * across)
        return;
    double x = number(tag, "x"), y = number(tag, "y"), advance = number(tag, "adv");
    uint32_t code = code_point(attribute(tag, "unicode"));
    struct font *font = &trace->fonts.at[trace->font];
    if (code_is_combining(code))
        return;
    if (code == ' ' && font->space <= 0)
        font->space = advance;
    struct glyph glyph = {
        .x = t[0] * x + t[2] * y + t[4],
        .y = t[1] * x + t[3] * y + t[5],
        .size = (float)height,
        .scale = (float)(across / height),
        .code = code,
        .page = trace->page,
        .font = trace->font,
        .block = mark < 0 ? 0 : block_of(&trace->structure, trace->page - 1, (size_t)mark)};
    glyph.end = glyph.x + advance * across;
    array_push(&trace->glyphs, trace->arena, glyph);
}

static void trace_tag(struct trace *trace, const char *tag) {
    if (!strncmp(tag, "<g ", 3)) {
        if (trace->fonts.count)
            trace_glyph(trace, tag);
    } else if (!strncmp(tag, "<span ", 6)) {
        trace->font = font_index(trace, plain_name(attribute(tag, "font")));
        numbers(attribute(tag, "trm"), trace->matrix, 4);
    } else if (!strncmp(tag, "<fill_text ", 11)) {
        trace->filling = numbers(attribute(tag, "transform"), trace->transform, 6) == 6;
    } else if (!strncmp(tag, "</fill_text", 11)) {
        trace->filling = false;
    } else if (!strncmp(tag, "<page ", 6)) {
        trace->page++;
    }
}

static void trace_read(struct trace *trace, FILE *in) {
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, in) >= 0)
        trace_tag(trace, line + strspn(line, " \t"));
    free(line);
}

static void trace_structure(struct trace *trace, FILE *in) {
    structure_read(&trace->structure, trace->arena, in);
}

/* Runs mutool and has its output read; its complaints go to our standard error. False when it
 * failed. */
static bool run_mutool(struct trace *trace, const char *const *arguments,
                       void (*read)(struct trace *trace, FILE *in)) {
    int ends[2];
    if (pipe(ends))
        return false;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execvp("mutool", (char *const *)arguments);
        fprintf(stderr, "mutool: %s\n", strerror(errno));
        _exit(127);
    }
    close(ends[1]);
    FILE *in = child < 0 ? NULL : fdopen(ends[0], "r");
    if (!in) {
        close(ends[0]);
        return false;
    }
    read(trace, in);
    fclose(in);
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && !WEXITSTATUS(status);
}

static void trace_marks(struct trace *trace, FILE *in) {
    struct buffer bytes = {0};
    char part[4096];
    for (size_t length; (length = fread(part, 1, sizeof part, in));)
        buffer_bytes(&bytes, part, length);
    trace->marks.arena = trace->arena;
    marks_read(&trace->marks, buffer_view(&bytes));
    buffer_free(&bytes);
}

/* The content streams of a tagged file, one behind the other. */
static bool show_contents(struct trace *trace, const char *path) {
    size_t count = trace->structure.contents.count;
    const char **show = arena_make(trace->arena, const char *, count + 5);
    show[0] = "mutool", show[1] = "show", show[2] = "-b", show[3] = path;
    for (size_t i = 0; i < count; i++) {
        char *number = arena_make(trace->arena, char, 12);
        snprintf(number, 12, "%u", trace->structure.contents.at[i]);
        show[4 + i] = number;
    }
    return run_mutool(trace, show, trace_marks);
}

/* Structure and marks first: each glyph then finds its block. */
static bool trace_pdf(struct trace *trace, const char *path) {
    const char *show[] = {"mutool", "show", path, "grep", NULL};
    const char *draw[] = {"mutool", "trace", path, NULL};
    if (!run_mutool(trace, show, trace_structure))
        return false;
    bool tagged = trace->structure.pages.count && trace->structure.contents.count;
    if ((tagged && !show_contents(trace, path)) || !run_mutool(trace, draw, trace_read))
        return false;
    if (!tagged || (trace->run + 1 >= trace->marks.runs.count && next_mark(trace) == MARK_NONE))
        return true;
    fprintf(stderr, "%s: its marked content shows other glyphs than mutool does\n", path);
    return false;
}

/* A PDF, or a file that mutool has traced already, which is read as one without tags. */
static bool trace_open(struct trace *trace, const char *path) {
    char start[4] = "";
    FILE *in = fopen(path, "rb");
    if (!in) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    bool pdf = fread(start, 1, 4, in) == 4 && !memcmp(start, "%PDF", 4);
    rewind(in);
    bool fine = true;
    if (pdf)
        fine = trace_pdf(trace, path);
    else
        trace_read(trace, in);
    fclose(in);
    if (fine && !trace->glyphs.count)
        fprintf(stderr, "%s: no text found\n", path);
    return fine && trace->glyphs.count;
}

#endif
