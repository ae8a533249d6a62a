#include "unit/check.h"
#include "unit/text_support.h"
#include <string.h>

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct text *text;

static const char english[] =
    "Providing consistent attention to the problems of human trafficking at the UN and being an "
    "umbrella document on international efforts to combat trafficking in persons, the resolution "
    "for the first time united all the individual thematic initiatives to combat trafficking.";

static struct text_run run_of(const char *language, const char *content) {
    return support_run(fonts, "PT Serif", language, str_from(content), SP_OF_PT(10));
}

static struct lines set(const struct text_run *runs, size_t count, struct text_setting setting) {
    return text_lines(text, runs, count, &setting, arena, diag);
}

static sp end_of(const struct line *line, sp size) {
    const struct placed *last = &line->words[line->count - 1];
    return last->x + glyphs_width(last->glyphs, size, 0, line->expansion);
}

static bool near(sp a, sp b) {
    return a - b < 64 && b - a < 64;
}

static void justified(void) {
    struct text_run run = run_of("en", english);
    struct text_setting setting = {.width = SP_OF_PT(230), .hyphenate = true};
    struct lines lines = set(&run, 1, setting);
    CHECK(lines.count > 4);
    for (size_t i = 0; i + 1 < lines.count; i++) {
        CHECK(lines.at[i].words[0].x == 0);
        CHECK(near(end_of(&lines.at[i], run.size), setting.width));
        CHECK(lines.at[i].ratio >= -200);
        CHECK(lines.at[i].hyphen ==
              !!(lines.at[i].words[lines.at[i].count - 1].flags & PLACED_SOFT_HYPHEN));
    }
    setting.expansion = 200;
    struct lines expanded = set(&run, 1, setting);
    for (size_t i = 0; i + 1 < expanded.count; i++) {
        CHECK(near(end_of(&expanded.at[i], run.size), setting.width));
        CHECK(expanded.at[i].expansion >= 9800 && expanded.at[i].expansion <= 10200);
    }
}

/* Tracking is used up before the spaces, so they differ less than without. */
static void tracked(void) {
    struct text_run run = run_of("en", english);
    struct text_setting setting = {.width = SP_OF_PT(230), .hyphenate = true, .expansion = 200};
    struct lines plain = set(&run, 1, setting);
    setting.spacing = 5;
    struct lines lines = set(&run, 1, setting);
    int64_t before = 0, after = 0;
    bool moved = false;
    for (size_t i = 0; i + 1 < plain.count; i++)
        before += (int64_t)plain.at[i].ratio * plain.at[i].ratio;
    for (size_t i = 0; i + 1 < lines.count; i++) {
        const struct line *line = &lines.at[i];
        const struct placed *last = &line->words[line->count - 1];
        sp end = last->x + glyphs_width(last->glyphs, run.size, line->tracking, line->expansion);
        CHECK(near(end, setting.width));
        CHECK(line->tracking >= -5 && line->tracking <= 5);
        CHECK(!(i && line->hyphen && lines.at[i - 1].hyphen));
        moved |= line->tracking != 0;
        after += (int64_t)line->ratio * line->ratio;
    }
    CHECK(moved && after < before);
    struct text_run arabic =
        run_of("ar", "وزارة الخارجية وزارة الخارجية وزارة الخارجية وزارة الخارجية");
    setting.width = SP_OF_PT(90);
    setting.automatic = true;
    lines = set(&arabic, 1, setting);
    CHECK(lines.count > 1 && lines.at[0].tracking == 0);
}

static void web_addresses(void) {
    struct text_run run =
        run_of("en", "Amendments are sent to the section at press@mfa.example/en.");
    struct text_setting setting = {.width = SP_OF_PT(200), .hyphenate = true};
    struct lines lines = set(&run, 1, setting);
    CHECK(lines.count == 2 && lines.at[0].ratio < 600 && !lines.at[0].hyphen);
    CHECK(str_starts(lines.at[1].words[0].glyphs->text, STR("@mfa")));
}

static void protrusion(void) {
    struct text_run run = run_of("en", "“Trafficking in persons,");
    struct text_setting setting = {.width = SP_OF_PT(300), .protrusion = true, .align = TEXT_END};
    struct lines lines = set(&run, 1, setting);
    CHECK(end_of(lines.at, run.size) > setting.width);
    setting.align = TEXT_START;
    lines = set(&run, 1, setting);
    CHECK(lines.at->words[0].x < 0);
}

/* The figures are those of the fonts: 243 units of white in PT Serif, 40 fewer after a comma; the
 * ink of a full stop of PT Serif is 137 wide with 71 of white behind it, of PT Sans 116 and 49. */
static void white_is_kerned(void) {
    struct text_setting setting = {.width = SP_OF_PT(300), .align = TEXT_START};
    struct text_run plain = run_of("en", "men men"), comma = run_of("en", "men, men");
    struct lines lines = set(&plain, 1, setting);
    sp first = glyphs_width(lines.at[0].words[0].glyphs, plain.size, 0, 10000);
    CHECK(near(lines.at[0].words[1].x - first, SP_OF_PT(2.43)));
    lines = set(&comma, 1, setting);
    first = glyphs_width(lines.at[0].words[0].glyphs, comma.size, 0, 10000);
    CHECK(near(lines.at[0].words[1].x - first, SP_OF_PT(2.03)));
    comma.tabular = true;
    lines = set(&comma, 1, setting);
    CHECK(near(lines.at[0].words[1].x - first, SP_OF_PT(2.43)));
}

static sp hang_of(const char *family) {
    struct text_run run = support_run(fonts, family, "en", STR("end."), SP_OF_PT(10));
    struct text_setting setting = {.width = SP_OF_PT(300), .protrusion = true, .align = TEXT_END};
    struct lines lines = set(&run, 1, setting);
    return end_of(&lines.at[0], run.size) - setting.width;
}

static void hangs_by_font(void) {
    CHECK(near(hang_of("PT Serif"), SP_OF_PT(0.71 + 1.23)));
    CHECK(near(hang_of("PT Sans"), SP_OF_PT(0.49 + 1.04)));
}

static void edges(void) {
    struct text_run run = run_of("en", english);
    struct text_setting setting = {.width = SP_OF_PT(230),
                                   .first_indent = SP_OF_PT(13.5),
                                   .left = SP_OF_PT(9),
                                   .right = SP_OF_PT(9),
                                   .align = TEXT_START};
    struct lines lines = set(&run, 1, setting);
    CHECK(lines.at[0].words[0].x == SP_OF_PT(22.5) && lines.at[1].words[0].x == SP_OF_PT(9));
    setting.label_end = SP_OF_PT(40);
    lines = set(&run, 1, setting);
    CHECK(lines.at[0].words[0].x == SP_OF_PT(40));
    setting.align = TEXT_CENTRE;
    setting.first_indent = setting.label_end = 0;
    lines = set(&run, 1, setting);
    CHECK(near(lines.at[0].left + end_of(&lines.at[0], run.size), setting.width));
}

static void leaders(void) {
    struct text_run runs[] = {
        run_of("en", "Resolution adopted"), {.kind = TEXT_LEADER}, run_of("en", "12")};
    struct text_setting setting = {.width = SP_OF_PT(200), .align = TEXT_START};
    struct lines lines = set(runs, 3, setting);
    CHECK(lines.count == 1 && near(end_of(lines.at, runs[0].size), setting.width));
    size_t dots = 0;
    for (uint32_t i = 0; i < lines.at->count; i++)
        if (lines.at->words[i].run == 1) {
            dots++;
            CHECK((setting.width - lines.at->words[i].x) % SP_OF_PT(5) == 0);
        }
    CHECK(dots > 10 && lines.at->leader_right > lines.at->leader_left);
    /* Two leaders share the white. */
    struct text_run two[] = {run_of("en", "a"),
                             {.kind = TEXT_LEADER},
                             run_of("en", "b"),
                             {.kind = TEXT_LEADER},
                             run_of("en", "c")};
    lines = set(two, 5, setting);
    sp middle = 0;
    for (uint32_t i = 0; i < lines.at->count; i++)
        if (lines.at->words[i].run == 2)
            middle = lines.at->words[i].x;
    CHECK(middle > SP_OF_PT(90) && middle < SP_OF_PT(110));
    CHECK(near(end_of(lines.at, two[0].size), setting.width));
    /* A title that fills its line takes the last word along to the number. */
    runs[0].text = STR("Resolution on combating trafficking adopted");
    lines = set(runs, 3, setting);
    CHECK(lines.count == 2 && near(end_of(&lines.at[1], runs[0].size), setting.width));
}

static void forced_and_glued(void) {
    struct text_run runs[] = {run_of("en", "One"),
                              {.kind = TEXT_BREAK},
                              {.kind = TEXT_BREAK},
                              run_of("en", "two\xC2\xAD"
                                           "three four"),
                              run_of("en", "1")};
    runs[4].raised = true;
    struct text_setting setting = {.width = SP_OF_PT(400)};
    struct lines lines = set(runs, 5, setting);
    CHECK(lines.count == 3 && lines.at[1].count == 0 && lines.at[2].count == 3);
    CHECK(!(lines.at[2].words[2].flags & PLACED_SPACE));
    CHECK_STR(lines.at[2].words[0].glyphs->text, "twothree");
    setting.width = SP_OF_PT(28);
    lines = set(runs + 3, 2, setting);
    CHECK(lines.count == 3 && lines.at[0].hyphen);
    CHECK_STR(lines.at[0].words[0].glyphs->text, "two");
    CHECK_STR(lines.at[1].words[0].glyphs->text, "three");
}

static void right_to_left(void) {
    struct text_run run = run_of("ar", "وزارة الخارجية 15 ABC");
    struct text_setting setting = {
        .width = SP_OF_PT(300), .first_indent = SP_OF_PT(20), .automatic = true};
    struct lines lines = set(&run, 1, setting);
    CHECK(lines.count == 1 && lines.at->count == 4);
    const struct placed *words = lines.at->words; /* as they are read; the first stands rightmost */
    CHECK_STR(words[0].glyphs->text, "وزارة");
    CHECK_STR(words[3].glyphs->text, "ABC");
    CHECK(words[0].glyphs->right_to_left && !words[3].glyphs->right_to_left);
    CHECK(words[0].x > words[1].x && words[1].x > words[2].x && words[2].x > words[3].x);
    sp first = glyphs_width(words[0].glyphs, run.size, 0, lines.at->expansion);
    CHECK(near(words[0].x + first, SP_OF_PT(280)));
    CHECK(!(words[0].flags & PLACED_SPACE) && words[1].flags & PLACED_SPACE);
}

static void widths(void) {
    struct text_run run = run_of("en", "well-known word");
    struct text_run whole = run_of("en", "well-"), word = run_of("en", "known");
    sp least = text_least_width(text, &run, 1, diag);
    sp a = text_width(text, &whole, 1, diag), b = text_width(text, &word, 1, diag);
    CHECK(least == (a > b ? a : b));
    CHECK(text_width(text, &run, 1, diag) > least * 2);
    struct text_setting setting = {.width = text_width(text, &run, 1, diag), .align = TEXT_START};
    CHECK(set(&run, 1, setting).count == 1);
    setting.width -= 1;
    CHECK(set(&run, 1, setting).count == 2);
}

static void faults(void) {
    CHECK(diag_faults(diag) == 0);
    struct text_run run = run_of("en", "a\xF0\x92\x80\x80"
                                       "b"); /* a cuneiform sign */
    run.span = (struct span){"release.yaml", 7, 3};
    struct text_setting setting = {.width = SP_OF_PT(100)};
    set(&run, 1, setting);
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 1 && messages[0].span.line == 7);
    CHECK(str_find(messages[0].text, STR("U+12000")) != SIZE_MAX);
    CHECK(str_find(messages[0].text, STR("PT Serif, Noto Serif Georgian")) != SIZE_MAX);
    run = run_of("xx", "unbreakableword");
    setting.width = SP_OF_PT(30);
    struct lines lines = set(&run, 1, setting);
    CHECK(lines.count == 1 && lines.at->overfull && diag_faults(diag) == 2);
}

static void empty(void) {
    struct text_run run = run_of("en", " \n ");
    struct text_setting setting = {.width = SP_OF_PT(100)};
    CHECK(set(&run, 1, setting).count == 0);
    CHECK(set(NULL, 0, setting).count == 0);
    CHECK(text_width(text, NULL, 0, diag) == 0);
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    text = text_new(fonts, "/usr/share/hyphen");
    justified();
    tracked();
    web_addresses();
    protrusion();
    white_is_kerned();
    hangs_by_font();
    edges();
    leaders();
    forced_and_glued();
    right_to_left();
    widths();
    empty();
    faults();
    text_free(text);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}
