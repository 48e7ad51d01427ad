/**
 * Answers as candidates type them, made for this test: right, half right, wrong in the words of the subject, beside the point, unsure.
 * Each line says which points (from 0) an examiner would tick by meaning, then the answer. `-`: none. Questions of Korean and Russian
 * candidates stand once in their own language and once in English, as in the starter notes.
 */
export interface MadeQuestion {
  readonly language: 'en' | 'ko' | 'ru';
  readonly front: string;
  readonly points: readonly string[];
  readonly answers: string;
}

const madeQuestions: readonly MadeQuestion[] = [
  {
    language: 'en',
    front: 'Why does CPython have a GIL?',
    points: ['Reference counts are changed constantly and must not be corrupted', 'One global lock is simple and cheap for one thread', 'C extensions could be written without own locking', 'The cost is no parallel bytecode in one process'],
    answers: `
0 | Because of reference counting: every object has a counter, and if two threads change the reference counts at the same time they get corrupted.
0 3 | CPython counts references and those counts must be protected from threads. The price is that bytecode does not run in parallel inside one process.
1 | It is just one big global lock, which is simple, and with a single thread it is cheap.
2 | It made life easy for C extensions. Authors did not have to write their own locking.
- | Because Python is an interpreted language and interpreted languages are slow.
- | I don't know exactly, I think it was a historical decision by Guido.
0 1 2 | To protect reference counts from being corrupted. One lock for everything is simple and costs almost nothing with one thread, and C extensions need no locks of their own.
3 | What I remember is the consequence: only one thread executes bytecode, so no parallel computing in one process.
- | It stops deadlocks between processes and makes the web server faster.
0 | Memory management. When an object loses its last reference it is freed, so increments and decrements of the reference count must never be lost.`,
  },
  {
    language: 'en',
    front: 'What happens when a handler calls requests.get inside async def?',
    points: ['The event loop is blocked until the response arrives', 'All other requests of this worker wait', 'Use an async client such as httpx.AsyncClient', 'Or a plain def handler, which runs in the thread pool'],
    answers: `
0 1 | requests is synchronous, so it blocks the event loop until the response comes back, and every other request in that worker has to wait.
0 | The loop is blocked. Nothing is awaited there.
2 | I would use httpx with its AsyncClient and await the call.
2 3 | Either switch to an async client like httpx, or declare the handler with plain def so that it runs in the thread pool.
- | Nothing bad, FastAPI handles it in the background automatically.
0 2 | It blocks the event loop. The fix is an asynchronous client, for instance aiohttp or httpx.
- | The request is sent twice, so the endpoint must be idempotent.
1 | The worker is stuck and other requests are waiting until it is done.
3 | A normal def function would be put into the threadpool by FastAPI.
- | I have never used requests in production, we only had urllib.`,
  },
  {
    language: 'en',
    front: 'How do select_related and prefetch_related differ?',
    points: ['select_related makes an SQL join in one query', 'prefetch_related makes a second query and joins in Python', 'select_related only for foreign keys and one-to-one', 'Both solve the N+1 problem'],
    answers: `
0 1 | select_related does a join so you get it all in one SQL query, prefetch_related sends a second query and puts the objects together in Python.
0 2 | select_related uses an SQL join, therefore it works for foreign keys and one-to-one only.
3 | They are both there against the N+1 problem.
1 3 | Both avoid N+1 queries. prefetch does an additional query and matches the results in Python.
- | select_related is lazy and prefetch_related is eager, otherwise no difference.
- | prefetch_related caches the whole table in Redis.
0 1 2 3 | To solve N+1 you use select_related for foreign keys, one-to-one, which is a join in a single query, and prefetch_related otherwise: a second query, joined in Python.
2 | For a foreign key or a one-to-one relation I use select_related.
- | I am not sure what prefetch_related does in SQL.
0 | One joins the tables in the query itself, that is select_related.`,
  },
  {
    language: 'en',
    front: 'Which cases would you cover for a sign-up endpoint?',
    points: ['Success: 201 and the row is stored', 'A duplicate email gives 409', 'A missing field gives 422', 'The password is hashed and never returned', 'Two simultaneous sign-ups cannot both succeed'],
    answers: `
0 2 3 | Correct data gives 201 and I look whether the row is stored in the database. A missing field gives 422. And the password must be saved as a hash and not be returned.
0 | First the happy path: status 201, and the user's row is really stored.
1 2 | The email that exists already: duplicate, so 409. And a missing required field should be 422.
3 | I check that the response has no password and that in the table there is only its hash.
- | I would test it with Selenium in three browsers.
1 | Registering the same email twice must fail with a conflict, 409.
4 | Two simultaneous sign-ups with the same address: only one may succeed.
- | Performance, logging and the colour of the button.
0 1 2 3 | 201 with the stored row, 409 for a duplicate email, 422 for a missing field, password hashed and not in the response.
2 | Validation: when a field is missing I expect 422.`,
  },
  {
    language: 'en',
    front: 'What is the difference between classmethod and staticmethod?',
    points: ['A class method receives the class as cls', 'A static method receives neither instance nor class', 'Class methods serve as alternative constructors', 'In a subclass cls is the subclass'],
    answers: `
0 1 | classmethod gets the class, cls, as its first argument; a static method gets neither the instance nor the class.
0 2 | With cls you can build the object in another way, like an alternative constructor.
1 | A static method is a usual function that sits in the class, it receives no instance and no class.
0 2 3 | The class method receives cls, and I use it for alternative constructors. If you call it on a subclass, cls is that subclass.
- | staticmethod is faster because it is compiled.
- | A static method cannot be called from an instance.
3 | The difference shows with inheritance: in a subclass, cls is the subclass.
2 | from_json is typical: class methods are second constructors.
- | I never remember which one is which, sorry.
0 | cls is passed in to the class method.`,
  },
  {
    language: 'en',
    front: 'How do you find and fix a slow query?',
    points: ['Measure before changing anything', 'Read the execution plan with EXPLAIN ANALYZE', 'Add an index for the filtered columns', 'Check for N+1 queries from the ORM', 'Measure again afterwards'],
    answers: `
0 1 | First I measure, before I change anything. Then EXPLAIN ANALYZE and I read the execution plan.
1 2 | Run EXPLAIN ANALYZE, look at the plan, and if there is a sequential scan I add an index on the filtered columns.
3 | Often the ORM makes N+1 queries, so I check the number of queries.
0 4 | Measure first, change one thing, and measure again afterwards.
- | Buy a bigger server and put everything in memory.
2 | Usually an index on the columns in the filter is missing, I would add it.
- | I rewrite it in raw SQL, because an ORM is always slow.
1 | The execution plan, by EXPLAIN.
0 1 2 4 | I measure it, look at EXPLAIN ANALYZE and its plan, add an index for the columns that are filtered, then measure again to see whether it helped.
- | I do not know how the query planner works, I would ask the database administrator.`,
  },
  {
    language: 'en',
    front: 'Why Celery and not a background task of FastAPI?',
    points: ['Tasks survive a restart because they lie in a broker', 'Retries with delay are built in', 'Workers run on other machines and scale separately', 'Beat runs tasks on a schedule', 'It needs a broker and more operation'],
    answers: `
0 1 | A background task is lost with the process. In Celery the tasks are in the broker and survive a restart, and retries are built in.
2 | Celery workers run separately, on other machines, so I can scale them.
3 | We needed a schedule, and Celery beat runs tasks at given times.
4 | The downside is that you need a broker and have to operate it.
- | Celery is asynchronous and FastAPI is not.
0 2 4 | Tasks survive restarts thanks to the broker, workers scale on separate machines. But you must operate the broker as well.
- | Because everybody uses it and it was in the template.
1 | Failed tasks are repeated: built-in retries with a delay.
1 3 | It has retries with backoff built in and beat for tasks on a schedule.
- | Background tasks are executed before the response is sent.`,
  },
  {
    language: 'en',
    front: 'Introduce yourself in one minute',
    points: ['Present role and kind of system', 'One or two results with a figure', 'Your own part, not only the team\'s', 'Why this company'],
    answers: `
0 1 | My present role is back-end developer, the system is an order platform. One result: I brought the nightly import from 4 hours down to 40 minutes, that is a figure I like.
3 | I want to work in this company because you publish how you do releases.
- | I was born in Busan, went to school there, then studied mathematics, and then I did my military service.
0 | Currently my role is middle developer; the system is a payment service with FastAPI and PostgreSQL.
- | I am passionate about clean code and I learn fast.
2 | My own part in the team was the database layer.
0 3 | In my present role I build the API of a booking system. Why this company: you also do logistics, and I like that.
- | Python, Django, Flask, FastAPI, Docker, Kubernetes, AWS, Redis, Celery.
1 2 | A result with a figure: response time went from 900 to 120 ms. My own part was the caching, the team did the rest.
- | Maybe I should start with my hobbies.`,
  },
  {
    language: 'en',
    front: 'What do safe and idempotent mean, and which methods are which?',
    points: ['Safe: the request does not change anything on the server', 'Idempotent: repeating has the same effect as once', 'GET and HEAD are safe', 'PUT and DELETE are idempotent', 'POST is neither'],
    answers: `
0 2 | Safe means that the request does not change anything on the server. GET and HEAD are like that.
1 3 | Idempotent: repeating it has the same effect as doing it once. PUT and DELETE are idempotent.
4 | POST is neither safe nor idempotent.
0 1 2 3 4 | A safe request changes nothing on the server: GET, HEAD. Idempotent means repeating has the same effect as once: PUT, DELETE. POST is neither of them.
- | Safe means that HTTPS is used and the token is checked.
- | Idempotent methods are faster because they are cached.
1 | If I send the request again, the effect is the same as sending it once, that is idempotent.
2 3 | GET is safe, HEAD too; PUT and DELETE are idempotent.
- | I am mixing these words up every time.
0 | A safe method changes nothing on the server.`,
  },
  {
    language: 'en',
    front: 'How would you make a Docker image smaller and safer?',
    points: ['Multi-stage build, so compilers stay out', 'A slim base image', 'Run as a non-root user', 'A .dockerignore file keeps secrets and .git out', 'Pin versions'],
    answers: `
0 1 | A multi-stage build, so that compilers are not in the final image, and a slim base image.
2 | The process should run as a non-root user.
1 4 | python:3.13-slim as the base image, with pinned versions.
3 | A dockerignore file, so that .git and secrets do not get in.
- | I use docker compose down and then up again.
0 2 3 | Multi-stage build to leave the compilers out, a non-root user, and .dockerignore for secrets and the git folder.
- | Smaller images need more memory.
4 | Pin the versions of everything.
- | Kubernetes takes care of that.
1 2 | Slim base, and do not run it as root but as another user.`,
  },
  {
    language: 'ko',
    front: 'CPython에 GIL이 있는 이유는 무엇인가요?',
    points: ['참조 카운트가 여러 스레드 때문에 깨지지 않아야 한다', '전역 락 하나는 단순하고 단일 스레드에서 빠르다', 'C 확장을 락 없이 작성할 수 있었다', '한 프로세스에서 바이트코드를 병렬로 실행할 수 없다'],
    answers: `
0 | 참조 카운트 때문입니다. 여러 스레드가 동시에 참조 카운트를 바꾸면 값이 깨질 수 있습니다.
0 3 | 파이썬은 참조 카운팅으로 메모리를 관리하는데 스레드들이 동시에 바꾸면 깨집니다. 그 대신 한 프로세스에서 바이트코드가 병렬로 실행되지 않습니다.
1 | 전역 락이 하나뿐이라 구조가 단순하고 단일 스레드 프로그램은 빠릅니다.
2 | C 확장 모듈을 만들 때 락을 신경 쓰지 않고 작성할 수 있었습니다.
- | 파이썬이 인터프리터 언어라서 느리기 때문입니다.
- | 잘 모르겠습니다. 역사적인 이유인 것 같습니다.
0 1 2 | 참조 카운트가 스레드 사이에서 깨지지 않도록 전역 락 하나를 둔 것이고, 단일 스레드에서는 단순하고 빠릅니다. 또 C 확장을 락 없이 작성할 수 있었습니다.
3 | 결과적으로 한 프로세스 안에서 바이트코드를 병렬로 실행하지 못합니다.
- | 데이터베이스 커넥션을 보호하려고 있습니다.
0 | 객체의 참조 카운트를 보호하려고 합니다. 스레드 두 개가 같이 줄이면 카운트가 깨집니다.`,
  },
  {
    language: 'ko',
    front: '트랜잭션이란 무엇인가요?',
    points: ['여러 문장이 모두 성공하거나 모두 실패한다', '실패하면 롤백으로 이전 상태로 돌아간다', '격리 수준이 다른 트랜잭션의 영향을 정한다', '커밋된 데이터는 장애 후에도 남는다'],
    answers: `
0 | 여러 문장을 묶어서 모두 성공하거나 모두 실패하게 하는 단위입니다.
0 1 | 여러 문장이 전부 성공하거나 전부 실패합니다. 실패하면 롤백해서 이전 상태로 돌아갑니다.
2 | 격리 수준에 따라 다른 트랜잭션의 영향을 받는 정도가 정해집니다.
3 | 커밋된 데이터는 서버에 장애가 나도 남습니다.
- | 테이블을 빠르게 조회하기 위한 인덱스입니다.
1 2 | 중간에 실패하면 롤백으로 이전 상태가 되고, 격리 수준으로 다른 트랜잭션의 영향을 조절합니다.
- | 격리 수준은 기억이 안 납니다.
0 3 | 문장 여러 개가 모두 성공하거나 모두 실패하고, 커밋된 데이터는 장애 후에도 남습니다.
- | 프론트엔드와 백엔드가 통신하는 방식입니다.
1 | 에러가 나면 롤백되고 이전 상태로 돌아가는 기능입니다.`,
  },
  {
    language: 'ko',
    front: '자기소개를 해 주세요',
    points: ['현재 역할과 다루는 시스템', '수치가 있는 성과', '팀이 아니라 본인이 한 일', '이 회사에 지원한 이유'],
    answers: `
0 1 | 현재 역할은 백엔드 개발자이고 주문 시스템을 다룹니다. 성과로는 응답 시간을 900ms에서 120ms로 줄인 수치가 있습니다.
3 | 이 회사에 지원한 이유는 건설 분야의 문제를 직접 풀기 때문입니다.
- | 저는 부산에서 태어나 고등학교를 졸업하고 군대를 다녀왔습니다.
0 | 지금 제 역할은 API 서버 개발이고, 다루는 시스템은 결제 시스템입니다.
- | 열정적이고 배우는 것을 좋아합니다.
2 | 팀에서 제가 본인 몫으로 직접 한 일은 캐시 설계입니다.
1 2 | 수치로 말씀드리면 비용을 30% 줄인 성과가 있고, 그중 제가 본인으로서 한 일은 쿼리 개선입니다.
- | 취미는 등산입니다.
0 3 | 현재 역할은 플랫폼 개발자이고 물류 시스템을 다룹니다. 지원한 이유는 이 회사가 파이썬을 깊게 쓰기 때문입니다.
- | 장고, 플라스크, 레디스, 도커를 써 봤습니다.`,
  },
  {
    language: 'ko',
    front: 'What happens when a handler calls requests.get inside async def?',
    points: ['The event loop is blocked until the response arrives', 'All other requests of this worker wait', 'Use an async client such as httpx.AsyncClient', 'Or a plain def handler, which runs in the thread pool'],
    answers: `
0 1 | requests는 동기라서 응답이 올 때까지 이벤트 루프가 블로킹되고, 같은 워커의 다른 요청이 모두 대기합니다.
0 | 이벤트 루프를 블로킹합니다. 응답을 받을 때까지요.
2 | httpx의 AsyncClient 같은 비동기 클라이언트를 사용합니다.
2 3 | 비동기 클라이언트 httpx를 쓰거나, 일반 def 핸들러로 바꾸면 스레드 풀에서 실행됩니다.
- | FastAPI가 알아서 처리하므로 문제가 없습니다.
1 | 워커가 멈춰서 다른 요청들이 기다리게 됩니다.
3 | 그냥 def로 선언하면 스레드풀에서 돌아갑니다.
- | requests는 써 본 적이 없어서 잘 모르겠습니다.
0 2 | 이벤트 루프가 응답 올 때까지 막힙니다. 그래서 async 클라이언트인 httpx를 씁니다.
- | 요청이 두 번 전송됩니다.`,
  },
  {
    language: 'ko',
    front: 'Which cases would you cover for a sign-up endpoint?',
    points: ['Success: 201 and the row is stored', 'A duplicate email gives 409', 'A missing field gives 422', 'The password is hashed and never returned', 'Two simultaneous sign-ups cannot both succeed'],
    answers: `
0 2 | 정상 데이터로 201이 오고 행이 저장되는지 봅니다. 필드가 빠지면 422입니다.
1 | 이메일이 중복이면 409가 나와야 합니다.
3 | 비밀번호가 해시로 저장되고 응답에 반환되지 않는지 확인합니다.
1 2 | 중복 email은 409, 필수 필드 누락은 422를 기대합니다.
- | 버튼 색깔과 로고를 확인합니다.
0 | 성공하면 상태 코드 201이고 row가 저장되어야 합니다.
4 | 동시에 두 번 가입하면 둘 다 성공하면 안 됩니다.
- | 테스트는 QA가 하니까 잘 모르겠습니다.
0 1 3 | 성공 시 201과 저장된 행, 중복 이메일 409, 그리고 패스워드는 해시되어 반환되지 않아야 합니다.
- | 부하 테스트로 서버가 몇 대 필요한지 봅니다.`,
  },
  {
    language: 'ru',
    front: 'Зачем в CPython нужен GIL?',
    points: ['Счётчики ссылок не должны портиться из-за потоков', 'Одна глобальная блокировка проста и дешева для одного потока', 'Расширения на C можно было писать без своих блокировок', 'Байткод не выполняется параллельно в одном процессе'],
    answers: `
0 | Из-за подсчёта ссылок: если два потока меняют счётчик ссылок одновременно, он портится.
0 3 | Счётчики ссылок надо защищать от потоков. Цена в том, что байткод не выполняется параллельно внутри одного процесса.
1 | Это одна глобальная блокировка, она простая и дешёвая, когда поток один.
2 | Расширения на C проще писать, свои блокировки там не нужны.
- | Потому что Python интерпретируемый и медленный язык.
- | Честно говоря, не знаю, так исторически сложилось.
0 1 2 | Чтобы счётчики ссылок не портились при работе потоков. Одна глобальная блокировка проста и почти ничего не стоит для одного потока, а расширения на C обходились без своих блокировок.
3 | В итоге в одном процессе байткод параллельно не выполняется.
- | Он защищает базу данных от инъекций.
0 | Память управляется через счётчики ссылок, и потоки могли бы их испортить.`,
  },
  {
    language: 'ru',
    front: 'Как вы пишете тесты?',
    points: ['Уровни: модульные и интеграционные тесты', 'Мокаются только внешние сервисы', 'База данных изолирована откатом транзакции', 'Покрытие как сигнал, а не цель'],
    answers: `
0 | В основном модульные тесты, иногда интеграционные.
0 2 | Пишу юнит и интеграционные тесты на pytest. Базу данных изолирую: транзакция откатывается после каждого теста.
1 | Мокаю только внешние сервисы, остальное настоящее.
3 | Покрытие для меня сигнал, а не цель.
- | Тесты у нас пишут тестировщики.
2 | Для базы данных изоляция через откат транзакции в фикстуре.
- | Честно говоря, с моками я не сталкивался, не знаю.
1 3 | Внешние сервисы мокаем, только их. На покрытие смотрим как на сигнал, целью оно не является.
0 1 | Уровни разные: модульные и интеграционные, а мокаются внешние сервисы.
- | Я запускаю программу и смотрю, работает ли она.`,
  },
  {
    language: 'ru',
    front: 'Чем отличается classmethod от staticmethod?',
    points: ['Метод класса получает класс как cls', 'Статический метод не получает ни экземпляр, ни класс', 'Методы класса служат альтернативными конструкторами', 'В подклассе cls это подкласс'],
    answers: `
0 1 | classmethod получает класс как cls, а статический метод не получает ни экземпляр, ни класс.
0 2 | Метод класса получает cls, им удобно делать альтернативный конструктор.
1 | Статический метод ничего не знает: ни экземпляр, ни класс он не получает.
3 | В подклассе cls будет подклассом, в этом и разница.
- | Статический быстрее, он компилируется.
- | Всегда их путаю, не помню.
2 | Обычно это второй, альтернативный конструктор через методы класса.
0 2 3 | Метод класса получает класс в cls и нужен для альтернативных конструкторов; в подклассе cls это сам подкласс.
- | Статические методы нельзя тестировать.
0 | Первым аргументом метод класса получает cls, то есть класс.`,
  },
  {
    language: 'ru',
    front: 'ORM or raw SQL: what do you use when?',
    points: ['ORM for ordinary reading and writing', 'Core or SQL for reports and bulk work', 'Window functions exist in SQLAlchemy with func and over', 'Always bound parameters against injection', 'Look at the SQL that is sent'],
    answers: `
0 | ORM для обычного чтения и записи, так удобнее.
0 1 | Для обычной записи и чтения беру ORM, а для отчётов и массовых операций SQLAlchemy Core или чистый SQL.
2 | Оконные функции в SQLAlchemy есть: func и over.
3 | Всегда параметры, чтобы не было инъекций.
- | Сырой SQL всегда лучше, ORM для ленивых.
4 | Включаю echo и смотрю, какой SQL уходит в базу.
- | Оконные функции мы не использовали, не знаю.
1 3 | Отчёты пишу на SQL или Core, с параметрами, чтобы исключить инъекции.
- | У нас MongoDB, там такого нет.
2 4 | Оконную функцию пишу через func.row_number().over(), и смотрю отправленный SQL.`,
  },
  {
    language: 'ru',
    front: 'How would you make a Docker image smaller and safer?',
    points: ['Multi-stage build, so compilers stay out', 'A slim base image', 'Run as a non-root user', 'A .dockerignore file keeps secrets and .git out', 'Pin versions'],
    answers: `
0 1 | Делаю multi-stage сборку, чтобы компиляторы не попали в образ, и беру slim как базовый образ.
2 | Запускаю процесс от non-root пользователя.
3 | Нужен .dockerignore, чтобы секреты и .git не попадали внутрь.
1 4 | Базовый образ slim, версии зафиксированы, то есть pin.
- | Образ становится меньше, если перезапустить докер.
0 2 | Многоступенчатая сборка без компиляторов, пользователь не root.
- | Этим у нас занимаются девопсы.
4 | Фиксирую версии всех зависимостей.
- | Чем больше слоёв, тем безопаснее.
0 3 | Multi-stage, build-инструменты остаются снаружи, и dockerignore для секретов.`,
  },
];

export interface MadeAnswer {
  readonly question: MadeQuestion;
  readonly text: string;
  readonly expected: readonly number[];
}

export const madeAnswers: readonly MadeAnswer[] = madeQuestions.flatMap((question) =>
  question.answers.trim().split('\n').map((line) => {
    const bar = line.indexOf('|');
    const marks = line.slice(0, bar).trim();
    return { question, text: line.slice(bar + 1).trim(), expected: marks === '-' ? [] : marks.split(' ').map(Number) };
  }),
);
