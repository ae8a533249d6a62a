/* Runs a command several times and prints the best: "WALL CPU PEAK", in ms, ms and KiB. The best,
 * since whatever else the machine does can only make a run longer. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { WRONG_USAGE = 2, MOST_RUNS = 1000 };

struct figures {
    double wall, cpu; /* ms */
    long peak;        /* KiB, of the largest process */
};

static double milliseconds(struct timeval time) {
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Starts the command with its standard output thrown away: it is the work that counts. */
static pid_t start(char *const command[]) {
    posix_spawn_file_actions_t actions;
    pid_t process;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int error = posix_spawnp(&process, command[0], &actions, NULL, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error) {
        fprintf(stderr, "measure: cannot start %s: %s\n", command[0], strerror(error));
        exit(1);
    }
    return process;
}

static struct figures measure(char *const command[]) {
    struct rusage usage;
    int status;
    double begin = now();
    pid_t process = start(command), ended;
    do
        ended = wait4(process, &status, 0, &usage);
    while (ended < 0 && errno == EINTR);
    double end = now();
    if (ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(1);
    }
    return (struct figures){end - begin,
                            milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
                            usage.ru_maxrss};
}

int main(int count, char **words) {
    long runs = count > 2 ? strtol(words[1], NULL, 10) : 0;
    if (runs < 1 || runs > MOST_RUNS) {
        fprintf(stderr, "usage: measure RUNS COMMAND [ARGUMENT]...\n");
        return WRONG_USAGE;
    }
    struct figures best = measure(words + 2);
    for (long i = 1; i < runs; i++) {
        struct figures next = measure(words + 2);
        best.wall = next.wall < best.wall ? next.wall : best.wall;
        best.cpu = next.cpu < best.cpu ? next.cpu : best.cpu;
        best.peak = next.peak < best.peak ? next.peak : best.peak;
    }
    printf("%.2f %.2f %ld\n", best.wall, best.cpu, best.peak);
    return 0;
}
