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

/* Measure 100 pt in columns at 50 and 180; grid 12 pt from 60. Words are of letters and hyphens;
 * "|" ends a word. The white of a line of n letters and s spaces is (100 - 5 n) / s. */
static const struct set_line test_lines[] = {
    /* A paragraph of four lines with an indent, flush right at 150. */
    {1, 60, 60, 2.5, "T-Regular", "aaaa|bbbb|cccc|ddd.", 1, 0},  /* 90 of 15*5+3*2.5=82.5: see fit */
    {1, 50, 72, 0, "T-Regular", "eeee|ffff|gggg|hhhh", 1, 0},
    {1, 50, 84, 0, "T-Regular", "iiiii|jjjjj|kkkk|ll-", 1, 0},
    {1, 50, 96, 0, "T-Regular", "mmmmm|nnnnn|oooo|pp-", 1.02, 0},
    {1, 50, 108, 2.5, "T-Regular", "qq.", 1, 0},                  /* 15 pt: under two em */
    /* A heading with white above, then a paragraph torn after its first line: an orphan. */
    {1, 50, 132, 2.5, "T-Bold", "Head", 1, 0},
    {1, 60, 144, 0, "T-Regular", "aaaa|bbbb|cccc|dddd", 1, 0},
    /* The second column opens with a widow of two letters, then another paragraph. */
    {1, 180, 60, 2.5, "T-Regular", "ee&'", 1, 0},
    {1, 190, 72, 0, "T-Regular", "aaaa|bbbb|cccc|dddd", 1, 0},
    {1, 180, 84, 0, "T-Regular", "eeee|ffff|gggg|hhhh|", 1, 0},
    {1, 180, 97, 0, "T-Regular", "eeee|ffff|gggg|hhh-", 1, 0},    /* off the grid; hyphen at the foot */
    {2, 50, 60, 0, "T-Regular", "mmmmmm|nnnnnn|oooo", 1, 0},
    {2, 50, 72, 2.5, "T-Regular", "pppp|qqqq.", 1, 0},
    {2, 60, 84, 0, "T-Regular", "aaaa|bbbb|cccc|dddd", 1, 0},
    {2, 50, 96, 0, "T-Regular", "eeee|ffff|gggg|hhhh", 1, 0},
    {2, 50, 108, 2.5, "T-Regular", "iiii|jjjj.", 1, 0},
    {2, 50, 132, 2.5, "T-Bold", "Foot", 1, 0},                     /* stranded */
    {2, 180, 60, 2.5, "T-Regular", "pppp|qqqq.", 1, 0},
    {2, 190, 72, 0, "T-Regular", "aaaa|bbbb|cccc|dddd", 1, 0},
    {2, 180, 84, 0, "T-Regular", "eeee|ffff|gggg|hhhh", 1, 0},
    {2, 180, 96, 2.5, "T-Regular", "iiii|jjjj.", 1, 0},
};

/* The white that brings a line to the right edge; given white is kept. */
static double test_white(const struct set_line *line)
{
    size_t letters = 0, spaces = 0;
    for (const char *at = line->text; *at; at++)
        *at == '|' ? spaces++ : letters++;
    if (line->space > 0 || !spaces)
        return line->space;
    double edge = line->x < 150 ? 150 : 280;
    return (edge - line->x - (double)letters * (5 * line->scale + line->tracking)) / (double)spaces;
}

static void print_test_glyph(FILE *out, char letter, double x, double y)
{
    const char *name = letter == '&' ? "&amp;" : letter == '\'' ? "&apos;" : NULL;
    fprintf(out, "        <g unicode=\"");
    name ? fputs(name, out) : fputc(letter, out);
    fprintf(out, "\" glyph=\"%d\" x=\"%g\" y=\"%g\" adv=\"%s\"/>\n", letter, x, 400 - y,
            letter == ' ' ? ".25" : ".5");
}

static void print_test_line(FILE *out, const struct set_line *line, bool space_glyphs)
{
    double x = line->x, white = test_white(line);
    fprintf(out,
            "<fill_text colorspace=\"DeviceGray\" color=\"0\" ri=\"1\" transform=\"1 0 0 -1 0 400\">\n"
            "    <span font=\"ABCDEF+%s\" wmode=\"0\" bidi=\"0\" trm=\"%g 0 0 %d\">\n",
            line->font, TEST_SIZE * line->scale, TEST_SIZE);
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
#endif
