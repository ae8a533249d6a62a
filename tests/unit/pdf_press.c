/* Sheets for the press, built by hand: what may be printed passes our own preflight, what may not
 * is a fault before a file is there. */
#include "pdf/convert.h"
#include "pdf/imposition.h"
#include "pdf/preflight.h"
#include "unit/check.h"
#include "unit/pdf_support.h"
#include <stdio.h>
#include <unistd.h>

#include <jpeglib.h>

#define PT(points) SP_OF_PT(points)
#define PROFILES SOURCE_FOLDER "/data/profiles/"
#define SEEDS SOURCE_FOLDER "/tests/fuzz/seeds/picture/"

/* Inks of one value all over, as Adobe writes them: upside down. */
static void write_inks(const char *path, unsigned char value) {
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg = {.err = jpeg_std_error(&errors)};
    FILE *file = fopen(path, "wb");
    if (!file)
        return;
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file);
    jpeg.image_width = jpeg.image_height = 64;
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    unsigned char row[64 * 4];
    memset(row, 255 - value, sizeof row);
    JSAMPROW rows[] = {row};
    for (int y = 0; y < 64; y++)
        jpeg_write_scanlines(&jpeg, rows, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    fclose(file);
}

struct attempt {
    struct arena *arena;
    struct fonts *fonts;
    char path[64];
};

/* Writes one page of the items and of a link; the messages are left in *diag. */
static bool attempt(const struct attempt *attempt, struct sheet_builder *builder,
                    struct diag **diag) {
    struct page_link link = {PT(10), PT(10), PT(50), PT(10), STR("https://mfa.gov.by"), {0}, 0};
    struct page page = {.width = PT(400),
                        .height = PT(600),
                        .bleed = PT(9),
                        .items = builder->items.at,
                        .item_count = builder->items.count,
                        .links = &link,
                        .link_count = 1,
                        .label = STR("1")};
    struct pages pages = {.at = &page,
                          .count = 1,
                          .meta = {.title = STR("Прэс-рэліз"),
                                   .identifier = STR("release-1"),
                                   .date = {2019, 11, 15}}};
    struct press_options press = {.profile = PROFILES "FOGRA39L_coated.icc", .ink_limit = 300};
    struct pdf_options options = {.producer = STR("attache test"),
                                  .created = -1,
                                  .screen_profile = PROFILES "sRGB.icc",
                                  .press = &press,
                                  .jobs = 1};
    *diag = diag_new(attempt->arena);
    struct file_output *output = file_output_open(attempt->arena, attempt->path, *diag);
    if (output && pdf_write(&pages, &options, output, *diag))
        return file_output_finish(output, *diag);
    if (output)
        file_output_abandon(output);
    return false;
}

static struct sheet_builder start(const struct attempt *attempt) {
    struct sheet_builder builder = {.arena = attempt->arena, .fonts = attempt->fonts};
    add_text(&builder, 0, "PT Serif", "Black text", PT(40), PT(40), PT(10));
    return builder;
}

static struct item *add_picture(struct sheet_builder *builder, const char *path, sp side) {
    struct picture *picture = arena_make(builder->arena, struct picture, 1);
    struct diag *diag = diag_new(builder->arena);
    CHECK(picture_open(picture, path, (struct span){"a.yaml", 1, 1}, diag));
    struct item *item = array_add(&builder->items, builder->arena);
    *item = (struct item){.kind = ITEM_PICTURE, .x = PT(50), .y = PT(100)};
    item->picture.picture = picture;
    item->picture.width = item->picture.height = side;
    return item;
}

static struct item *add_rule(struct sheet_builder *builder, sp height, struct colour colour) {
    struct item *item = array_add(&builder->items, builder->arena);
    *item = (struct item){.kind = ITEM_RULE, .x = -PT(20), .y = PT(200), .colour = colour};
    item->rule.width = PT(440);
    item->rule.height = height;
    return item;
}

static bool says(const struct attempt *attempt, const char *part) {
    const char *wrong = NULL;
    struct str file = read_all(attempt->arena, attempt->path);
    struct preflight *preflight = preflight_run(file, attempt->arena, &wrong);
    for (size_t i = 0; preflight && i < preflight->count; i++)
        if (preflight->findings[i].outcome == OUTCOME_FAILED)
            fprintf(stderr, "%s: %.*s\n", preflight->findings[i].rule,
                    STR_ARGS(preflight->findings[i].places[0]));
    return preflight && preflight->passed && str_equal(preflight->claims, str_from(part));
}

static bool complains(struct diag *diag, const char *part) {
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    for (size_t i = 0; i < count; i++)
        if (str_find(messages[i].text, str_from(part)) != SIZE_MAX)
            return true;
    return false;
}

static void check_good(const struct attempt *to) {
    struct diag *diag;
    struct sheet_builder builder = start(to);
    add_rule(&builder, PT(2), (struct colour){31, 58, 95, 90, 70, 30, 25, 0});
    add_picture(&builder, SEEDS "alpha.png", PT(0.5));
    add_picture(&builder, SEEDS "cmyk.jpg", PT(0.5));
    add_picture(&builder, SEEDS "gray.png", PT(0.5));
    add_picture(&builder, SEEDS "rgb.jpg", PT(0.5));
    CHECK(attempt(to, &builder, &diag));
    diag_print(diag, stderr);
    CHECK(says(to, "PDF/X-4"));
}

static void check_faults(const struct attempt *to, const char *inks) {
    struct diag *diag;
    struct sheet_builder thin = start(to), heavy = start(to), poor = start(to), fair = start(to);
    add_rule(&thin, PT(0.2), COLOUR_BLACK);
    CHECK(!attempt(to, &thin, &diag) && complains(diag, "thinner"));
    add_rule(&heavy, PT(2), (struct colour){0, 0, 0, 80, 80, 80, 70, 0});
    CHECK(!attempt(to, &heavy, &diag) && complains(diag, "310 %"));
    write_inks(inks, 120); /* 188 % */
    add_picture(&poor, inks, PT(64.0 * 72 / 149));
    CHECK(!attempt(to, &poor, &diag) && complains(diag, "pixels an inch"));
    add_picture(&fair, inks, PT(64.0 * 72 / 200));
    CHECK(attempt(to, &fair, &diag) && diag_warnings(diag) == 1);
    CHECK(says(to, "PDF/X-4"));
    struct sheet_builder dark = start(to);
    write_inks(inks, 200); /* 313 % */
    add_picture(&dark, inks, PT(4));
    CHECK(!attempt(to, &dark, &diag) && complains(diag, "of ink"));
}

/* White is paper and so is what is wholly transparent; black stays below the limit. */
static void check_conversion(struct arena *arena) {
    struct str screen = read_all(arena, PROFILES "sRGB.icc");
    struct str press = read_all(arena, PROFILES "FOGRA39L_coated.icc");
    struct conversion *conversion = conversion_new(screen, press);
    static const char pixels[] = {'\xFF', '\xFF', '\xFF', 0, 0, 0, 0, 0, 0, '\xFF', 0, 0};
    static const char alpha[] = {'\xFF', 0, '\xFF', '\xFF'};
    struct image_data image = {.width = 4,
                               .height = 1,
                               .bits = 8,
                               .channels = 3,
                               .bytes = {pixels, sizeof pixels},
                               .alpha = {alpha, sizeof alpha}};
    unsigned ink = 0;
    CHECK(!conversion_picture(conversion, &image, 240, &ink, arena));
    CHECK(image.channels == 4 && image.bytes.length == 16 && image.alpha.length == 0);
    const unsigned char *inks = (const unsigned char *)image.bytes.at;
    for (int i = 0; i < 8; i++)
        CHECK(inks[i] <= 2);
    CHECK(ink > 200 && ink <= 240 && inks[11] > 200);
    CHECK(inks[12] < 40 && inks[13] > 200 && inks[14] > 200); /* red is magenta and yellow */
    conversion_free(conversion);
}

/* Twenty pages, each with a rule over its outer edge whose colour tells its number. */
static void check_signatures(struct arena *arena) {
    enum { COUNT = 20 };
    struct diag *diag = diag_new(arena);
    struct item items[COUNT] = {{0}};
    struct page at[COUNT] = {{0}};
    for (int i = 0; i < COUNT; i++) {
        bool right = i % 2 == 0;
        items[i] = (struct item){.kind = ITEM_RULE, .x = right ? PT(90) : -PT(9)};
        items[i].colour.red = (uint8_t)(i + 1);
        items[i].rule.width = PT(19);
        items[i].rule.height = PT(5);
        at[i] = (struct page){PT(100), PT(100), PT(9), &items[i], 1, NULL, 0, {0}};
    }
    struct pages pages = {.at = at, .count = COUNT};
    const struct pages *sides =
        pages_impose(&pages, IMPOSITION_PERFECT_BOUND, SP_OF_MM(0.1), arena, diag);
    static const uint8_t expected[10][2] = {{16, 1}, {2, 15}, {14, 3}, {4, 13},  {12, 5},
                                            {6, 11}, {10, 7}, {8, 9},  {20, 17}, {18, 19}};
    CHECK(sides && sides->count == 10);
    for (size_t i = 0; sides && i < sides->count; i++) {
        const struct item *left = &sides->at[i].items[0], *right = &sides->at[i].items[1];
        CHECK(sides->at[i].width == PT(200) && sides->at[i].item_count == 2);
        CHECK(left->colour.red == expected[i][0] && right->colour.red == expected[i][1]);
        /* Both still reach the end of the bleed, and grow towards the fold by the creep. */
        sp creep = (sp)(i < 8 ? i / 2 : 0) * SP_OF_MM(0.1);
        CHECK(left->x == -PT(9) && left->rule.width == PT(19) + creep);
        CHECK(right->x == PT(190) - creep && right->rule.width == PT(19) + creep);
    }
    sides = pages_impose(&pages, IMPOSITION_BOOKLET, SP_OF_MM(0.1), arena, diag);
    CHECK(sides && sides->at[0].items[0].colour.red == 20 &&
          sides->at[9].items[1].colour.red == 11);
    at[3].width = PT(90);
    CHECK(!pages_impose(&pages, IMPOSITION_BOOKLET, SP_OF_MM(0.1), arena, diag) &&
          diag_faults(diag) == 1);
}

int main(void) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct attempt to = {.arena = arena, .fonts = support_fonts(arena, diag)};
    char inks[64];
    snprintf(to.path, sizeof to.path, "/tmp/unit_pdf_press.%ld.pdf", (long)getpid());
    snprintf(inks, sizeof inks, "/tmp/unit_pdf_press.%ld.jpg", (long)getpid());
    check_good(&to);
    check_faults(&to, inks);
    check_conversion(arena);
    check_signatures(arena);
    unlink(to.path);
    unlink(inks);
    fonts_free(to.fonts);
    arena_free(arena);
    return check_end();
}
