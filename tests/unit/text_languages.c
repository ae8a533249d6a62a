/* tests/cases/rules/NAME.txt: paragraphs with their breaks marked, "# language=ru" before them. At
 * "~" stands a space at which no line may end, at "|" nothing stands and a line may end; at all
 * other spaces it may. Each paragraph is set at every measure, from the narrowest that it fits: no
 * line ends elsewhere, and each "|" is used at some measure. After "# title" they are titles of 21
 * pt, from a measure of 250 pt on. */
#include "base/array.h"
#include "base/file.h"
#include "unit/check.h"
#include "unit/text_support.h"
#include <string.h>

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct text *text;

struct marked {
    const char *path;
    struct str text;  /* with the marks */
    struct str plain; /* without */
    bool *used;       /* by the bytes of `text`: a line ended there */
};

static struct marked marked_read(const char *path, struct str line) {
    char *plain = arena_alloc(arena, line.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] != '|')
            plain[length++] = line.at[i] == '~' ? ' ' : line.at[i];
    return (struct marked){path, line, {plain, length}, arena_make(arena, bool, line.length + 1)};
}

/* Passes over the text of one line; where it ends among the marks. */
static size_t line_pass(const struct marked *marked, size_t at, const struct line *line) {
    for (uint32_t i = 0; i < line->count; i++) {
        struct str word = line->words[i].glyphs->text;
        for (size_t byte = 0; byte < word.length; byte++, at++) {
            while (at < marked->text.length && marked->text.at[at] != word.at[byte])
                at++;
        }
    }
    return at;
}

static void ends_check(struct marked *marked, const struct lines *lines, sp width) {
    size_t at = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        at = line_pass(marked, at, &lines->at[i]);
        bool allowed =
            at < marked->text.length && (marked->text.at[at] == ' ' || marked->text.at[at] == '|');
        CHECK(allowed);
        if (!allowed && !marked->used[at])
            fprintf(stderr, "%s: at %.*s a line ends before: %.*s\n", marked->path,
                    STR_ARGS(length_print(arena, width)),
                    STR_ARGS(str_part(marked->text, at, SIZE_MAX)));
        marked->used[at] = true;
    }
}

static void paragraph_check(const char *path, struct str language, bool title, struct str line) {
    struct marked marked = marked_read(path, line);
    struct text_run run =
        support_run(fonts, "PT Serif", "", marked.plain, SP_OF_PT(title ? 21 : 10));
    run.language = language;
    sp least = title ? SP_OF_PT(250) : text_least_width(text, &run, 1, diag);
    sp most = text_width(text, &run, 1, diag);
    for (sp width = least; width <= most; width += SP_OF_PT(1)) {
        struct text_setting setting = {.width = width, .align = TEXT_START, .balance = title};
        struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
        ends_check(&marked, &lines, width);
    }
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] == '|' && !marked.used[i]) {
            CHECK(marked.used[i]); /* a line ends here at some measure */
            fprintf(stderr, "%s: %.*s\n", path, STR_ARGS(str_part(line, i, SIZE_MAX)));
        }
}

static void case_check(struct str path) {
    struct mapping input;
    struct str language = STR("en"), key = STR("# language=");
    bool title = false;
    if (!mapping_open(&input, path.at, (struct span){0}, diag))
        return;
    for (struct str rest = input.bytes; rest.length;) {
        size_t end = str_find(rest, STR("\n"));
        struct str line = str_part(rest, 0, end);
        rest = str_part(rest, end == SIZE_MAX ? rest.length : end + 1, SIZE_MAX);
        if (str_starts(line, key))
            language = str_copy(arena, str_part(line, key.length, SIZE_MAX));
        else if (str_equal(line, STR("# title")))
            title = true;
        else if (line.length && line.at[0] != '#')
            paragraph_check(path.at, language, title, line);
    }
    mapping_close(&input);
}

/* ---- Chinese and Japanese ---- */

static uint32_t first_of(const struct line *line) {
    struct str word = line->words[0].glyphs->text;
    const char *at = word.at;
    return utf8_next(&at, word.at + word.length);
}

static uint32_t last_of(const struct line *line) {
    struct str word = line->words[line->count - 1].glyphs->text;
    const char *at = word.at, *end = word.at + word.length;
    uint32_t c = 0;
    while (at < end)
        c = utf8_next(&at, end);
    return c;
}

static bool holds(const char *list, uint32_t c) {
    for (const char *at = list, *end = list + strlen(list); at < end;)
        if (utf8_next(&at, end) == c)
            return true;
    return false;
}

/* JIS X 4051, strict, and GB/T 15834: what begins no line, and what ends none. */
static const char never_first[] =
    "、。，．・：；？！ー々ゝヽ」』）】〕》〉”’…％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
static const char never_last[] = "「『（【〔《〈“‘￥";

static void ideographs_check(const char *language, const char *content) {
    struct text_run run = support_run(fonts, "PT Serif", language, str_from(content), SP_OF_PT(10));
    struct text_setting setting = {.align = TEXT_JUSTIFY};
    for (sp width = SP_OF_PT(60); width < SP_OF_PT(260); width += SP_OF_PT(3.7)) {
        setting.width = width;
        struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
        CHECK(lines.count > 1);
        for (size_t i = 0; i < lines.count; i++) {
            const struct line *line = &lines.at[i];
            CHECK(!holds(never_first, first_of(line)));
            CHECK(i + 1 == lines.count || !holds(never_last, last_of(line)));
            sp right = line->left + line->width;
            CHECK(i + 1 == lines.count || (right > width - 64 && right < width + 64));
        }
    }
}

static void ideographs(void) {
    ideographs_check(
        "ja",
        "ベラルーシ共和国外務省は「人身取引に反対する」決議について、東京で日本国外務省と協議を行"
        "った。ニューヨークのチェック、シェフ・キャッチ（２０１９年）などを…々と、ミッション！"
        "「『そう』と言った」ので、ちょっと待って、もっと早く、きゅうり・ファックスは８０％です。");
    ideographs_check(
        "zh-Hans",
        "白俄罗斯共和国外交部表示：“第三委员会”以协商一致方式通过了《关于改进打击贩运人口行动的协调"
        "工作》的决议（草案）。“共有八十个国家”成为提案国，其中包括德国、中国、法国、意大利；"
        "大会将于二〇二一年举行高级别会议，审查《全球行动计划》的执行情况！是吗？是的……好。");
}

/* A line of the source that ends between ideographs leaves no space behind, and no other place. */
static void source_lines(void) {
    struct text_run folded =
        support_run(fonts, "PT Serif", "zh", STR("外交部 表示，\n大会"), 65536 * 10);
    struct text_run whole =
        support_run(fonts, "PT Serif", "zh", STR("外交部表示，大会"), 65536 * 10);
    CHECK(text_width(text, &folded, 1, diag) == text_width(text, &whole, 1, diag));
    folded.text = STR("在 Minsk 市");
    whole.text = STR("在Minsk市");
    CHECK(text_width(text, &folded, 1, diag) > text_width(text, &whole, 1, diag));
}

static sp width_of(const char *language, const char *content) {
    struct text_run run = support_run(fonts, "PT Serif", language, str_from(content), SP_OF_PT(10));
    return text_width(text, &run, 1, diag);
}

/* Whether the text is so many halves of an em wide, give or take a fiftieth. */
static bool is_halves(const char *language, const char *content, int halves) {
    sp off = width_of(language, content) - SP_OF_PT(5) * halves;
    return off > -SP_OF_PT(0.1) * 2 && off < SP_OF_PT(0.1) * 2;
}

/* Of two wide marks side by side one blank is enough; by itself each keeps its own. */
static void marks_side_by_side(void) {
    static const char *const single[] = {"外，交", "外。交", "外（交",
                                         "外）交", "外「交", "外、交"};
    static const char *const twice[] = {"外，（交", "外。」交", "外」「交", "外））交",
                                        "外（（交", "外』」交", "外、「交", "外」、交"};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        CHECK(is_halves("zh-Hans", single[i], 6) && is_halves("ja", single[i], 6));
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
        CHECK(is_halves("zh-Hans", twice[i], 7) && is_halves("ja", twice[i], 7));
    CHECK(is_halves("zh-Hans", "外。”“交", 8));
    CHECK(is_halves("zh-Hans", "外：“交", 7));
    /* The centred marks of Taiwan have no blank that could go. */
    CHECK(is_halves("zh-Hant", "外，「交", 8));
    CHECK(width_of("en", "a\u201D\u201C b") ==
          width_of("en", "a\u201D") + width_of("en", "\u201C b"));
}

/* The same where the text is divided into lines, and where a line ends between the two the blanks
 * are those of its ends. */
static void marks_in_lines(void) {
    struct text_run run =
        support_run(fonts, "PT Serif", "ja",
                    STR("外務省「交渉」「協議」「会談」「条約」「会議」「協定」"), SP_OF_PT(10));
    for (sp width = SP_OF_PT(60); width < SP_OF_PT(150); width += SP_OF_PT(5)) {
        struct text_setting setting = {.width = width, .align = TEXT_START, .protrusion = true};
        struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
        for (size_t i = 0; i < lines.count; i++) {
            struct str joined = STR("");
            for (uint32_t k = 0; k < lines.at[i].count; k++)
                joined = str_print(arena, "%.*s%.*s", STR_ARGS(joined),
                                   STR_ARGS(lines.at[i].words[k].glyphs->text));
            sp off = width_of("ja", joined.at) - lines.at[i].width;
            CHECK(off > -64 && off < 64);
        }
    }
}

/* ---- right to left ---- */

static const char arabic[] =
    "وقعت وزارة الخارجية لجمهورية بيلاروس مذكرة تفاهم مع وزارة الخارجية المصرية في القاهرة، وحضر "
    "مراسم التوقيع سفراء أكثر من 20 دولة، من بينها مصر والجزائر والمغرب ولبنان وسوريا والعراق.";

static void arabic_lines(void) {
    struct text_run run = support_run(fonts, "PT Serif", "ar", str_from(arabic), SP_OF_PT(10));
    struct text_setting setting = {.width = SP_OF_PT(180),
                                   .hyphenate = true,
                                   .right_to_left = true,
                                   .expansion = 200,
                                   .spacing = 5,
                                   .protrusion = true};
    struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
    CHECK(lines.count > 3);
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.at[i];
        CHECK(line->tracking == 0 && !line->hyphen);
        CHECK(line->left + line->width > setting.width - 64); /* the right edge is straight */
        CHECK(i + 1 == lines.count || line->left < 64);       /* and the left one */
    }
}

static int by_place(const void *a, const void *b) {
    const struct placed *left = a, *right = b;
    return (left->x > right->x) - (left->x < right->x);
}

/* The words from left to right, runs alternating: the second one is isolated. */
static struct str visual(const char *language, const char *before, const char *value,
                         const char *after, bool isolate) {
    const char *parts[] = {before, value, after};
    struct text_run runs[3];
    for (int i = 0; i < 3; i++)
        runs[i] = support_run(fonts, "PT Serif", language, str_from(parts[i]), SP_OF_PT(10));
    runs[1].isolate = isolate;
    struct text_setting setting = {.width = SP_OF_PT(1000), .align = TEXT_START};
    setting.right_to_left = language[0] == 'a';
    struct lines lines = text_lines(text, runs, 3, &setting, arena, diag);
    struct str result = STR("");
    if (lines.count == 0)
        return result;
    qsort(lines.at->words, lines.at->count, sizeof *lines.at->words, by_place);
    for (uint32_t i = 0; i < lines.at->count; i++)
        result = str_print(arena, "%.*s%s%.*s", STR_ARGS(result), result.length ? " " : "",
                           STR_ARGS(lines.at->words[i].glyphs->text));
    return result;
}

/* Addresses keep their own direction: the number stays on its side of the street. */
static void addresses(void) {
    CHECK_STR(visual("ar", "العنوان ", "12 Harb Street", " القاهرة", true),
              "القاهرة 12 Harb Street العنوان");
    CHECK_STR(visual("ar", "الهاتف ", "+20 2 737", " القاهرة", true), "القاهرة +20 2 737 الهاتف");
    CHECK_STR(visual("en", "Address ", "12 شارع حرب", " in Cairo", true),
              "Address حرب شارع 12 in Cairo");
    /* By itself the text takes the direction around it. */
    CHECK_STR(visual("en", "Address ", "12 شارع حرب", " in Cairo", false),
              "Address 12 حرب شارع in Cairo");
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    text = text_new(fonts, "/usr/share/hyphen");
    size_t count;
    struct str *paths = folder_list(arena, SOURCE_FOLDER "/tests/cases/rules", ".txt", &count);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++)
        case_check(paths[i]);
    ideographs();
    source_lines();
    marks_side_by_side();
    marks_in_lines();
    arabic_lines();
    addresses();
    return support_end(text, fonts, arena, diag);
}
