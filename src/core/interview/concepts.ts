import { stem } from './stem';

/**
 * Technical ideas under their several names, in English, Korean and Russian, as people say them in interviews. One line per idea; a
 * name of two words is a phrase. Stems, lower case.
 */
const ideas = `
thread, threads, threading, поток, потоки, потоков, потока, потоке, потоками, потоку, 스레드, 쓰레드
process, processes, процесс, процессы, процессов, процесса, процессам, 프로세스
thread pool, threadpool, threadpoolexecutor, пул потоков, 스레드 풀, 스레드풀
process pool, processpool, processpoolexecutor, multiprocessing, пул процессов, 프로세스 풀
pool, пул, пула, пуле, пулом, 풀
lock, locks, mutex, locking, блокировка, блокировки, блокировку, блокировкой, мьютекс, мьютекса, 락, 잠금, 뮤텍스
deadlock, deadlocks, взаимоблокировка, дедлок, дедлоки, 데드락, 교착
race, race condition, гонка, гонки, состояние гонки, 경쟁 상태, 레이스
event loop, eventloop, цикл событий, событийный цикл, циклу событий, цикле событий, 이벤트 루프, 이벤트루프
coroutine, coroutines, корутина, корутины, корутину, корутин, 코루틴
await, awaits, awaiting, 어웨이트
async, asynchronous, asynchronously, асинхронный, асинхронно, асинхронная, асинхронные, 비동기, 비동기적
sync, synchronous, синхронный, синхронно, синхронная, 동기, 동기적
block, blocks, blocking, blocked, блокирует, блокирующий, блокируют, блокирующая, блокирующие, 블로킹, 막는, 막습니다, 막힘, 차단
bytecode, байткод, байткода, байт код, 바이트코드
interpreter, интерпретатор, интерпретатора, интерпретаторе, 인터프리터
reference count, refcount, reference counting, refcounting, refcounts, счетчик ссылок, счетчики ссылок, подсчет ссылок, подсчета ссылок, 참조 카운트, 참조 카운팅, 참조 횟수, 레퍼런스 카운트
garbage collector, garbage collection, gc, сборщик мусора, сборка мусора, сборщиком мусора, 가비지 컬렉션, 가비지 컬렉터
memory, памяти, память, памятью, 메모리
core, cores, ядро, ядра, ядер, ядрах, 코어
cpu, процессор, процессора, 씨피유
compute, computing, computation, computational, calculation, calculations, вычисление, вычисления, вычислений, вычислениях, вычислительный, 계산, 연산
parallel, parallelism, параллельно, параллельный, параллелизм, параллельные, 병렬, 병렬적
concurrent, concurrency, concurrently, конкурентно, конкурентность, конкурентный, 동시, 동시성
io, i o, input output, network, сеть, сети, сетевой, сетевые, ввод вывод, ввода вывода, 네트워크, 입출력
wait, waits, waiting, ожидание, ожидания, ждет, ждать, ждут, 대기, 기다리, 기다림
release, releases, released, отпускает, отпускается, освобождает, освобождается, освобождают, 해제, 풀어, 놓아
extension, extensions, расширение, расширения, расширений, 확장
transaction, transactions, транзакция, транзакции, транзакций, транзакцию, 트랜잭션
isolation, isolated, isolate, изоляция, изоляции, изолировать, 격리
rollback, roll back, rolled back, rolls back, откат, откатывается, откатить, откатывать, откатываем, 롤백
commit, commits, committed, коммит, фиксация, фиксируется, 커밋
index, indexes, indices, индекс, индекса, индексы, индексов, 인덱스, 색인
query, queries, sql query, запрос, запроса, запросы, запросов, запросом, 쿼리, 질의
request, requests, реквест, 요청
response, responses, ответ, ответа, ответе, ответы, 응답
table, tables, таблица, таблицы, таблиц, таблице, 테이블
row, rows, record, records, строка, строки, строк, запись, записи, записей, 행, 레코드
database, databases, db, бд, база данных, базы данных, базе данных, базу данных, 데이터베이스, 디비
connection, connections, соединение, соединения, соединений, подключение, подключения, подключений, 연결, 커넥션
migration, migrations, миграция, миграции, миграций, 마이그레이션
join, joins, джойн, джойны, 조인
n+1, 엔플러스원
lazy, lazily, ленивый, лениво, ленивая, 지연, 게으른
eager, eagerly, жадный, жадная, 즉시
cache, caches, caching, cached, кэш, кеш, кэширование, кеширование, кэширует, 캐시, 캐싱
queue, queues, очередь, очереди, очередей, очередью, 큐, 대기열
broker, brokers, брокер, брокера, брокере, 브로커
worker, workers, воркер, воркеры, воркера, воркеров, 워커
task, tasks, job, jobs, задача, задачи, задач, задачу, таск, таски, 태스크, 작업
retry, retries, retried, повтор, повторы, повторная попытка, ретрай, ретраи, 재시도
idempotent, idempotency, idempotence, идемпотентность, идемпотентный, идемпотентной, идемпотентны, 멱등, 멱등성
durable, durability, persist, persistent, persisted, survive, survives, надежность, сохраняется, переживает, 영속, 지속, 보존
message, messages, сообщение, сообщения, сообщений, 메시지
acknowledge, acknowledged, acknowledgement, ack, подтверждение, подтверждает, подтверждается, 확인 응답
duplicate, duplicates, duplicated, twice, дубликат, дубликаты, дубль, дважды, 중복, 두 번
order, ordering, ordered, порядок, порядка, порядке, 순서
timeout, timeouts, таймаут, таймауты, тайм аут, 타임아웃
error, errors, exception, exceptions, ошибка, ошибки, ошибку, ошибок, исключение, исключения, исключений, 에러, 오류, 예외
cancel, cancels, cancelled, canceled, cancellation, отменяет, отмена, отменяются, отменяет, отменить, 취소
test, tests, testing, тест, тесты, тестов, тестирование, тестировать, 테스트
mock, mocks, mocking, mocked, мок, моки, мокать, мокаем, замокать, 목킹, 모킹, 목 객체
fixture, fixtures, фикстура, фикстуры, фикстур, 픽스처
coverage, покрытие, покрытия, 커버리지
unit, юнит, юнит тест, модульный, модульные, 단위, 유닛
integration, интеграционный, интеграционные, 통합
duplicate email, existing email
hash, hashed, hashing, хеш, хэш, хешируется, хэшируется, захеширован, 해시, 해싱
password, passwords, пароль, пароля, пароли, 비밀번호, 패스워드
permission, permissions, authorisation, authorization, права, прав, авторизация, доступ, 권한, 인가
authentication, authenticate, аутентификация, 인증
secret, secrets, секрет, секреты, 비밀, 시크릿
token, tokens, токен, токена, токены, 토큰
injection, injections, инъекция, инъекции, инъекций, 인젝션, 주입 공격
dependency, dependencies, зависимость, зависимости, зависимостей, 의존성, 종속성
dependency injection, внедрение зависимостей, 의존성 주입
subclass, subclasses, derived class, подкласс, подкласса, подклассы, наследник, наследника, наследнике, 서브클래스, 하위 클래스, 자식 클래스
inherit, inheritance, inherited, наследование, наследования, наследует, 상속
class, classes, класс, класса, классе, классу, классов, 클래스
instance, instances, экземпляр, экземпляра, экземпляры, экземпляру, 인스턴스
method, methods, метод, метода, методы, методов, 메서드, 메소드
constructor, constructors, factory, factories, конструктор, конструктора, конструкторы, фабрика, фабричный, 생성자, 팩토리
function, functions, функция, функции, функций, функцию, 함수
argument, arguments, parameter, parameters, аргумент, аргумента, аргументы, параметр, параметры, параметров, 인자, 인수, 매개변수, 파라미터
decorator, decorators, декоратор, декоратора, декораторы, 데코레이터
generator, generators, генератор, генератора, генераторы, 제너레이터
iterator, iterators, итератор, итератора, итераторы, 이터레이터
closure, closures, замыкание, замыкания, 클로저
mutable, mutability, изменяемый, изменяемые, изменяемых, 가변
immutable, immutability, неизменяемый, неизменяемые, неизменяемых, 불변
list, lists, список, списка, списки, списков, 리스트
dict, dictionary, dictionaries, dicts, словарь, словаря, словаре, словари, 딕셔너리, 사전
set, sets, множество, множества, множестве, 집합
complexity, сложность, сложности, 복잡도
profile, profiler, profiling, профилировщик, профайлер, профилирование, профилировщиком, 프로파일러, 프로파일링
measure, measures, measured, measuring, измерить, измерил, замерить, измерение, измеряет, замеры, 측정
slow, slows, slower, медленный, медленно, медленнее, 느린, 느려, 느립, 느려집니다
fast, faster, speed, быстро, быстрее, скорость, 빠른, 빠르, 속도
docker, докер, 도커
image, images, образ, образа, образы, 이미지
container, containers, контейнер, контейнера, контейнеры, 컨테이너
layer, layers, слой, слои, слоев, слоя, 레이어, 계층
multi stage, multistage, многоступенчатый, мультистейдж, многоэтапная, 멀티 스테이지, 멀티스테이지
environment, environments, env, окружение, окружения, 환경, 환경변수
deploy, deployment, deployed, deploys, деплой, развертывание, деплоя, 배포
server, servers, сервер, сервера, сервере, серверов, 서버
client, clients, клиент, клиента, клиентов, 클라이언트
endpoint, endpoints, эндпоинт, эндпойнт, эндпоинта, эндпоинты, ручка, 엔드포인트
route, router, routers, routes, роутер, роутеры, роут, маршрут, 라우터, 라우팅
schema, schemas, схема, схемы, 스키마
model, models, модель, модели, моделей, 모델
service, services, сервис, сервиса, сервисы, сервисов, 서비스
repository, repositories, репозиторий, репозитория, репозитории, 리포지토리, 레포지토리, 저장소
validate, validation, validated, validates, валидация, валидации, валидирует, проверка, 검증, 유효성
serialize, serialise, serialization, сериализация, сериализовать, 직렬화
type hint, type hints, annotation, annotations, аннотация, аннотации, тип подсказка, 타입 힌트
framework, frameworks, фреймворк, фреймворка, фреймворки, 프레임워크
library, libraries, библиотека, библиотеки, библиотек, 라이브러리
review, reviews, reviewer, reviewers, ревью, ревьюер, 리뷰, 리뷰어
team, teams, команда, команды, команде, 팀
company, компания, компании, компанию, 회사
project, projects, проект, проекта, проекте, проекты, 프로젝트
result, results, outcome, результат, результата, результаты, 결과, 성과
number, numbers, figure, figures, число, цифра, цифры, числа, 숫자, 수치
experience, опыт, опыта, 경험
role, position, роль, должность, 역할, 직무
reason, reasons, причина, причины, причину, 이유
trade off, tradeoff, tradeoffs, компромисс, компромиссы, 트레이드오프, 절충
unique, uniqueness, уникальный, уникальность, уникальное, 고유, 유니크
constraint, constraints, ограничение, ограничения, констрейнт, 제약, 제약조건
conflict, конфликт, конфликта, конфликты, 충돌
write, writes, writing, запись данных, пишет, писать, вставка, 쓰기
read, reads, reading, чтение, читает, читать, чтения, 읽기
plan, explain plan, план, плана, 실행 계획
column, columns, колонка, колонки, колонок, столбец, столбца, столбцы, 컬럼, 열
filter, filtering, фильтр, фильтрация, фильтрует, 필터, 필터링
scan, full scan, сканирование, сканирует, 스캔
savepoint, savepoints, сейвпоинт, точка сохранения, 세이브포인트
`;

function readIdeas(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const line of ideas.split('\n')) {
    const names = line.split(',').map((name) => name.trim()).filter(Boolean);
    const [first] = names;
    if (first === undefined) continue;
    for (const name of names) {
      for (const form of [name, name.split(' ').map(stem).join(' ')]) if (!known.has(form)) known.set(form, first);
    }
  }
  return known;
}

let known: ReadonlyMap<string, string> | undefined;

/** The idea behind a word or a pair of words; `undefined` where it has no entry. */
export function conceptOf(name: string): string | undefined {
  known ??= readIdeas();
  return known.get(name);
}

/** Words that say little about a point in any answer. */
export const smallWords: ReadonlySet<string> = new Set(
  `a an the and or but if then else of to in on at by for with from as is are was were be been being it its this that these those there here he she they we you i me my our your their them his her
  not no nor do does did done doing have has had having can could may might must shall should will would so such than too very just only also even still yet more most less least much many few some any each every
  all both either neither one two other another same own what which who whom whose when where why how about into over under after before between through during without within again once up down out off per via
  use uses used using usage make makes made making get gets got give gives given need needs needed thing things way ways good better best well like want know say says said tell mean means let put take takes keep keeps
  go goes because since while until etc eg ie ok yes actually basically usually often always never sometimes case cases something anything nothing someone really kind sort part lot
  don t s re ve ll d
  и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между это нужно очень просто например который которая которые которое которых использовать используется используем использую делать делает сделать также либо
  그리고 그래서 하지만 그런데 또는 및 등 것 수 때 더 안 못 잘 좀 이 그 저 제 내 우리 저는 제가 그것 이것 저것 있다 있습니다 있는 있고 없다 없습니다 없는 없이 한다 합니다 하는 하고 해서 된다 됩니다 되는 위해 위한 대해 대한 통해 따라 경우 같은 같이 다른 모든 매우 아주 많이 항상 보통 사용 사용합니다 사용하는 사용하여 이용 이용합니다 때문 때문에 때문입니다 그냥 예를 들어 예를들어`.split(/\s+/),
);
