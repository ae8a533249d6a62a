/* tests/cases/break/NAME.txt -> NAME.lines, tests/cases/shape/NAME.txt -> NAME.glyphs. The first
 * line of a .txt says how: "# language=ru width=230 size=10 align=justify". UPDATE_CASES=1 rewrites
 * what is expected. */
#include "base/file.h"
#include "text/shape.h"
#include "unit/check.h"
#include "unit/text_support.h"
#include <hb.h>
#include <string.h>

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct text *text;

static struct str option(struct str head, const char *name, const char *otherwise) {
    struct str key = str_print(arena, " %s=", name);
    size_t at = str_find(head, key);
    if (at == SIZE_MAX)
        return str_from(otherwise);
    struct str rest = str_part(head, at + key.length, SIZE_MAX);
    size_t end = str_find(rest, STR(" "));
    return str_part(rest, 0, end);
}

static sp points(struct str head, const char *name, const char *otherwise) {
    sp value = 0;
    length_parse(str_print(arena, "%.*s pt", STR_ARGS(option(head, name, otherwise))), &value);
    return value;
}

static enum text_align alignment(struct str word) {
    return str_equal(word, STR("start"))    ? TEXT_START
           : str_equal(word, STR("centre")) ? TEXT_CENTRE
           : str_equal(word, STR("end"))    ? TEXT_END
                                            : TEXT_JUSTIFY;
}

/* The words of a line from left to right, a hyphen that is set where it is set. */
static void line_print(struct buffer *out, const struct line *line) {
    for (uint32_t i = 0; i < line->count; i++) {
        const struct placed *placed = &line->words[i];
        if (placed->flags & PLACED_SPACE)
            buffer_text(out, " ");
        buffer_str(out, placed->glyphs->text);
        if (placed->flags & PLACED_SOFT_HYPHEN)
            buffer_text(out, "-");
    }
    buffer_text(out, line->overfull ? " <- overfull\n" : "\n");
}

static void paragraph_print(struct buffer *out, struct str head, struct str body) {
    struct str language = option(head, "language", "en");
    struct text_run run = {.text = body,
                           .family = fonts_family(fonts, STR("PT Serif")),
                           .size = points(head, "size", "10"),
                           .language = language};
    struct text_setting setting = {
        .width = points(head, "width", "230"),
        .first_indent = points(head, "indent", "0"),
        .align = alignment(option(head, "align", "justify")),
        .hyphenate = str_equal(option(head, "hyphenate", "yes"), STR("yes")),
        .balance = str_equal(option(head, "balance", "no"), STR("yes")),
        .break_words = str_equal(option(head, "words", "no"), STR("yes")),
        .automatic = true};
    struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
    for (size_t i = 0; i < lines.count; i++)
        line_print(out, &lines.at[i]);
    buffer_text(out, "\n");
}

static void shape_print(struct buffer *out, struct str head, struct str body) {
    bool tabular = str_equal(option(head, "tabular", "no"), STR("yes"));
    struct str family = option(head, "family", "Serif");
    struct text_run run = {.text = body,
                           .family =
                               fonts_family(fonts, str_print(arena, "PT %.*s", STR_ARGS(family))),
                           .size = SP_OF_PT(10),
                           .tabular = tabular,
                           .bold = str_equal(option(head, "bold", "no"), STR("yes")),
                           .italic = str_equal(option(head, "italic", "no"), STR("yes")),
                           .language = option(head, "language", "en")};
    struct text_setting setting = {.width = SP_OF_PT(10000)};
    struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
    for (uint32_t i = 0; lines.count && i < lines.at->count; i++) {
        const struct glyphs *glyphs = lines.at->words[i].glyphs;
        buffer_print(out, "%.*s:", STR_ARGS(glyphs->text));
        for (uint16_t j = 0; j < glyphs->count; j++) {
            char name[64];
            hb_font_glyph_to_string(glyphs->face->hb_font, glyphs->at[j].id, name, sizeof name);
            buffer_print(out, " %s@%d=%d", name, glyphs->at[j].cluster, glyphs->at[j].advance);
        }
        buffer_text(out, "\n");
    }
}

typedef void print_paragraph(struct buffer *out, struct str head, struct str body);

static void case_run(struct str path, const char *suffix, print_paragraph *print) {
    struct mapping input, expected;
    struct str stem = str_part(path, 0, path.length - 4);
    struct str result = str_print(arena, "%.*s.%s", STR_ARGS(stem), suffix);
    if (!mapping_open(&input, path.at, (struct span){0}, diag))
        return;
    struct buffer out = {0};
    struct str rest = input.bytes, head = {0};
    while (rest.length) {
        size_t end = str_find(rest, STR("\n"));
        struct str line = str_part(rest, 0, end);
        rest = str_part(rest, end == SIZE_MAX ? rest.length : end + 1, SIZE_MAX);
        if (str_starts(line, STR("#")))
            head = line;
        else if (line.length)
            print(&out, head, line);
    }
    if (getenv("UPDATE_CASES")) {
        FILE *file = fopen(result.at, "w");
        CHECK(file && fwrite(out.at, 1, out.length, file) == out.length && fclose(file) == 0);
    } else if (mapping_open(&expected, result.at, (struct span){0}, diag)) {
        bool same = str_equal(expected.bytes, buffer_view(&out));
        CHECK(same);
        if (!same)
            fprintf(stderr, "%s is otherwise:\n%.*s", result.at, STR_ARGS(buffer_view(&out)));
        mapping_close(&expected);
    }
    buffer_free(&out);
    mapping_close(&input);
}

static void cases_run(const char *folder, const char *suffix, print_paragraph *print) {
    size_t count;
    struct str *paths = folder_list(arena, folder, ".txt", &count);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++)
        case_run(paths[i], suffix, print);
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    text = text_new(fonts, "/usr/share/hyphen");
    cases_run(SOURCE_FOLDER "/tests/cases/break", "lines", paragraph_print);
    cases_run(SOURCE_FOLDER "/tests/cases/shape", "glyphs", shape_print);
    return support_end(text, fonts, arena, diag);
}
